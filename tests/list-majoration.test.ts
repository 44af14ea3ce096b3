import { beforeEach, describe, expect, test } from 'vitest';
import { FLAT_PAYMENT_AGES } from '../sim/base/ages.js';
import { monthOf } from '../sim/base/calendar.js';
import { runKey } from '../sim/base/draws.js';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import { payments } from '../sim/rules/payments.js';
import { settlementAids } from '../sim/rules/settlement/aids.js';
import { majorationExpected } from '../sim/rules/settlement/list-majoration.js';
import { ACTIVE, CENTRE, GROUP, SOLO } from '../sim/world/physicians.js';
import { regroupPhysicians } from '../sim/world/synthesis/regroup.js';
import { INSTRUMENT_COUNT, instrumentOf } from '../sim/world/teams/instruments.js';
import type { World } from '../sim/world/world.js';
import { ZAC, ZIP } from '../sim/world/zones.js';
import { collectiveCountry } from './support/collective-rows.js';
import { opened } from './support/opened.js';
import { parametersUnder } from './support/supply-harness.js';

const catalogue = loadCatalogue();
const run = runKey('majoration', 0);
const AGES = FLAT_PAYMENT_AGES.length;
const DECEMBER = monthOf(2026, 12);
/** One euro for everybody, so that a payment is a count of people. */
const ONE_EURO = ['payments.patient.others=1', 'payments.patient.ald=1'];

/** Territory 0 is a ZIP, 1 a ZAC, 2 in no zone; a GP with 1,000 people in each, who settled there long ago. */
let world: World;

beforeEach(() => {
  world = collectiveCountry();
  const { zone } = world.territories.columns;
  zone[0] = ZIP;
  zone[1] = ZAC;
  world.tallies.columns.declaredOthers.fill(0);
  for (let z = 0; z < 3; z++) {
    world.tallies.columns.declaredOthers[2 * z * AGES + 1] = 100;
    world.tallies.columns.listed[2 * z] = 100;
    settle(z, { territory: z });
  }
});

function settle(row: number, { territory = 0, since = 0, settled = 0, form = SOLO } = {}): void {
  const gp = world.physicians.columns;
  gp.status[row] = ACTIVE;
  gp.territory[row] = territory;
  gp.form[row] = form;
  gp.since[row] = since;
  gp.settled[row] = settled;
  gp.list[row] = 1000;
}

/** Euros paid in each territory in a month. */
function paid(month: number, settings: readonly string[] = []): number[] {
  regroupPhysicians(world);
  const { euros } = world.territories.columns;
  euros.fill(0);
  const rule = opened(payments, world, parametersUnder(catalogue, [...ONE_EURO, ...settings]), run);
  rule.begin?.(month);
  for (let z = 0; z < 3; z++) rule.territory?.(z, 0);
  return [0, 1, 2].map((z) => euros[z * INSTRUMENT_COUNT + instrumentOf('zipMajoration')]);
}

describe('the flat payment for patients is increased in a ZIP from 2026', () => {
  test('by a tenth for a GP who settled long ago, in a ZIP alone, in December alone', () => {
    const [zip, zac, none] = paid(DECEMBER);
    expect(zip).toBeCloseTo(100, 6);
    expect([zac, none]).toEqual([0, 0]);
    expect(paid(DECEMBER - 1)).toEqual([0, 0, 0]);
  });

  test('on the declared alone: a list of which a tenth is undeclared brings a tenth less', () => {
    world.tallies.columns.declaredOthers[1] = 90;
    expect(paid(DECEMBER)[0]).toBeCloseTo(90, 6);
  });

  test('not before 2026', () => {
    expect(paid(monthOf(2025, 12))).toEqual([0, 0, 0]);
  });

  test.each([
    ['in the first year', 11, 500],
    ['in the second year', 12, 300],
    ['in the third year', 24, 100],
    ['ten years later', 120, 100],
  ])('%s of who settled there first', (_, months, euros) => {
    settle(0, { since: DECEMBER - months, settled: DECEMBER - months });
    expect(paid(DECEMBER)[0]).toBeCloseTo(euros, 6);
  });

  test('who moved there is no newcomer to practice', () => {
    settle(0, { since: DECEMBER - 3, settled: DECEMBER - 90 });
    expect(paid(DECEMBER)[0]).toBeCloseTo(100, 6);
  });

  test('a salaried GP of a centre has none', () => {
    settle(0, { form: CENTRE });
    expect(paid(DECEMBER)[0]).toBe(0);
  });

  test('a policy may raise it', () => {
    expect(paid(DECEMBER, ['settlement.majoration:later=0.4'])[0]).toBeCloseTo(400, 6);
  });
});

describe('a newcomer counts it in', () => {
  /** What aids are worth in each territory and form, with and without the one-off aid. */
  function utility(month: number, settings: readonly string[] = []): number[] {
    regroupPhysicians(world);
    const parameters = parametersUnder(catalogue, [...ONE_EURO, 'settlement.aid.open=no', ...settings]);
    opened(settlementAids, world, parameters, run).serial?.(month);
    return [...world.territories.columns.aidUtility];
  }
  const forms = 3;

  test('in liberal practice in a ZIP: the mean of three years on the payment of a usual GP', () => {
    const worth = utility(monthOf(2026, 1), ['installation.money=2', 'installation.income=1000']);
    // 3,000 people bring 1 € each to three GPs.
    const expected = 2 * Math.log(1 + (((0.5 + 0.3 + 0.1) / 3) * 1000) / 1000);
    expect(worth[SOLO]).toBeCloseTo(expected, 6);
    expect(worth[GROUP]).toBeCloseTo(expected, 6);
    expect(worth[CENTRE]).toBe(0);
    expect(worth.slice(forms)).toEqual(worth.slice(forms).map(() => 0));
  });

  test('on the GPs of the part of France that is simulated, where others have nobody', () => {
    const parameters = parametersUnder(catalogue, ONE_EURO);
    regroupPhysicians(world);
    const whole = majorationExpected(world, parameters, DECEMBER);
    const kept = Uint8Array.from(world.geography.territories, (_, z) => (z === 0 ? 1 : 0));
    world.tallies.columns.declaredOthers.fill(0, 2 * AGES);
    const part = { ...world, geography: { ...world.geography, kept } };
    expect(whole).toBeGreaterThan(0);
    expect(majorationExpected(part, parameters, DECEMBER)).toBeCloseTo(whole, 9);
    expect(majorationExpected(world, parameters, DECEMBER)).toBeCloseTo(whole / 3, 9);
  });

  test('and nothing before 2026', () => {
    expect(utility(monthOf(2025, 12)).every((value) => value === 0)).toBe(true);
  });
});
