/** Euros: what is paid follows from what is done and from dated tariffs, and moves nothing else. */
import { beforeAll, describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { digestColumns } from '../sim/base/digest.js';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import { resolveParameters } from '../sim/scenario/apply.js';
import { CHRONIC_MASK, DECLARED } from '../sim/world/patients.js';
import type { World } from '../sim/world/world.js';
import { frozenSpan, historySpan, newWorld, readSources, runMonths } from './support/months.js';

/** Corse: few people, and neighbours that take requests from each other. */
const CORSE = '94';
const SCALE = 1000;

/** The first months of Corse; `after` is called at the end of each. */
function corse(
  months: number,
  settings: readonly string[],
  after: (world: World, month: number) => void = () => {},
): World {
  const sources = readSources([CORSE], settings);
  const world = newWorld(sources, SCALE);
  runMonths(world, sources.parameters, frozenSpan(world, 2));
  runMonths(world, sources.parameters, historySpan(world, months), { after: (month) => after(world, month) });
  return world;
}

/** Every column of the world but those named. */
function stateWithout(world: World, names: readonly string[]): string {
  const tables = [world.patients, world.physicians, world.nurses, world.territories, world.tallies];
  const columns = tables.flatMap((table, t) =>
    Object.entries(table.columns).map(([name, values]) => [`${t}.${name}`, values] as const),
  );
  return digestColumns(columns.filter(([name]) => !names.some((left) => name.endsWith(`.${left}`))));
}

describe('the tariff of a consultation', () => {
  test('is 23 € from 2011, 25 € from May 2017, 26.50 € from November 2023 and 30 € from 2025', () => {
    const parameters = resolveParameters(loadCatalogue());
    const tariff = (year: number, month: number) =>
      parameters.number('payments.consultation', monthOf(year, month));
    expect([tariff(2013, 1), tariff(2017, 4)]).toEqual([23, 23]);
    expect([tariff(2017, 5), tariff(2023, 10)]).toEqual([25, 25]);
    expect([tariff(2023, 11), tariff(2024, 12)]).toEqual([26.5, 26.5]);
    expect([tariff(2025, 1), tariff(2035, 12)]).toEqual([30, 30]);
  });
});

describe('fees', () => {
  let plain: World;
  beforeAll(() => {
    plain = corse(3, []);
  });

  test('are the acts of the territory, those for a neighbour included, at the tariff of the month', () => {
    const perAct: number[][] = [];
    let imported = 0;
    corse(3, ['payments.consultation@2013-02=40'], ({ territories: { columns } }) => {
      const { fees, acts } = columns;
      const places = Array.from(acts.keys()).filter((z) => acts[z] > 0);
      expect(places.length).toBeGreaterThan(10);
      perAct.push([...new Set(places.map((z) => Number((fees[z] / acts[z]).toFixed(9))))]);
      expect(Array.from(fees).filter((euros, z) => euros !== 0 && acts[z] === 0)).toEqual([]);
      for (const z of places) imported += columns.imported[z];
    });
    expect(perAct).toEqual([[23], [40], [40]]);
    expect(imported).toBeGreaterThan(0);
  });

  test('change with the tariff, and nothing else does while a paid hour of collective work is worth as much', () => {
    const cheaper = corse(3, ['payments.consultation=11.5']);
    const total = (world: World) => world.territories.columns.fees.reduce((sum, euros) => sum + euros, 0);
    expect(total(cheaper) / total(plain)).toBeCloseTo(0.5, 12);
    expect(stateWithout(cheaper, ['fees'])).toBe(stateWithout(plain, ['fees']));
    expect(stateWithout(cheaper, [])).not.toBe(stateWithout(plain, []));
  });
});

describe('flat payments to médecins traitants', () => {
  test('are 5 and 40 € a patient, and from 2018 the forfait patientèle by age', () => {
    const parameters = resolveParameters(loadCatalogue());
    const amounts = (year: number) =>
      ['others', 'ald'].map((who) => parameters.list(`payments.patient.${who}`, monthOf(year, 12)));
    expect(amounts(2017)).toEqual([
      [5, 5, 5],
      [40, 40, 40],
    ]);
    expect(amounts(2018)).toEqual([
      [6, 5, 42],
      [42, 42, 70],
    ]);
  });

  test('are due in December for the declared people of each territory, by age and ALD, and in no other month', () => {
    const paid: number[] = [];
    const world = corse(12, ['payments.patient.others:7-79=9'], ({ territories }) =>
      paid.push(territories.columns.flatPayments.reduce((sum, euros) => sum + euros, 0)),
    );
    expect(paid.slice(0, 11)).toEqual(new Array(11).fill(0));
    const { start, count } = world.patients;
    const { flags, birth } = world.patients.columns;
    const december = monthOf(2013, 12);
    const due = (i: number) => {
      if ((flags[i] & DECLARED) === 0) return 0;
      if (flags[i] & CHRONIC_MASK) return 40;
      const years = (december - birth[i]) / 12;
      return years >= 7 && years < 80 ? 9 : 5;
    };
    let some = 0;
    for (let z = 0; z + 1 < start.length; z++) {
      let euros = 0;
      for (let i = start[z]; i < start[z] + count[z]; i++) euros += due(i) * SCALE;
      if (count[z] > 0) some++;
      expect(world.territories.columns.flatPayments[z]).toBe(euros);
    }
    expect(some).toBeGreaterThan(10);
    expect(paid[11]).toBeGreaterThan(1_000_000);
  });
});
