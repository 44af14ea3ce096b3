/** Positions of the words of yes-or-no parameters (`choices: [no, yes]`); a test holds them against the catalogue. */
export const NO = 0;
export const YES = 1;
