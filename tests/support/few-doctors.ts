/** A France with a twentieth of its doctors: a run costs a third, where a test is not about how many there are. */

const SHARE = 0.05;
/** Numbers in force when a run begins; those not yet settled stay, outside whose range a run warns. */
const NUMBERS = {
  'physicians.liberal': 54_300,
  'physicians.centre': 2150,
  'training.classRows': 4400,
} as const;

/** As settings of the command line. */
export function fewDoctors(share = SHARE): string[] {
  const numbers = Object.entries(NUMBERS).map(([path, all]) => `${path}=${Math.round(all * share)}`);
  return [...numbers, `training.places*=${share}`];
}

/** As a scenario that others extend, YAML. */
export function fewDoctorsScenario(name: string): string {
  const changes = fewDoctors().map((setting) => {
    const [, parameter, operation, number] = /^(.*?)(\*?)=(.*)$/.exec(setting) as RegExpExecArray;
    const change = `${operation === '*' ? 'multiply' : 'value'}: ${number}`;
    // From before the first class of residents.
    return `{ parameter: ${parameter}, from: 2005-01, ${change}, reason: A test. }`;
  });
  const title = '{ en: Few doctors, fr: Peu de médecins }';
  return `name: ${name}\ntitle: ${title}\nextends: baseline\nreason: A test.\nchanges: [${changes.join(', ')}]\n`;
}
