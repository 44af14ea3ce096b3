/**
 * Words by member: the values of a parameter with both `choices` and `by`. Outside (YAML, scenarios, manifests, answers)
 * they are words; inside each is its position in `choices`, so that timelines compare and cut lists of numbers only.
 */

/** The words at these positions of `choices`, in order. */
export function wordsAt(positions: readonly number[], choices: readonly string[]): string[] {
  return positions.map((position) => choices[position]);
}

/** Positions in `choices` of these words, in order; -1 for what is no choice. */
export function positionsOf(words: readonly (string | number)[], choices: readonly string[]): number[] {
  return words.map((word) => choices.indexOf(String(word)));
}

/** Values of a list by member as a person writes them: its words when it has `choices`, else its numbers. */
export function shownList(
  values: readonly number[],
  choices: readonly string[] | undefined,
): readonly (number | string)[] {
  return choices === undefined ? values : wordsAt(values, choices);
}
