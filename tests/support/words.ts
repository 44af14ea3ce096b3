/** A made-up parameter file with a word by région and a number by département. */

export const CHOOSER = 'support.chooser';

export const WORDS_BY_MEMBER = `support.chooser:
  label: { en: Who chooses the supporter, fr: Qui choisit l'accompagnateur }
  unit: none
  status: law
  source: "Law, 2019"
  by: region
  choices: [team, agency, nobody]
  values:
    2013-01: { rest: team }
    2016-01: { 24: nobody, rest: team }
support.staff:
  label: { en: Staff, fr: Agents }
  unit: FTE
  status: law
  source: "Law, 2019"
  by: departement
  values: { 2013-01: { 2A: 0.5, 976: 2, rest: 1 } }
`;
