/** `maillage indicators show` of an instrument of money says who pays and who is paid. */
import { describe, expect, test } from 'vitest';
import { answerForm } from '../bin/json-forms.js';
import { PAYEES, PAYERS } from '../sim/recorder/instrument-words.js';
import { INSTRUMENTS } from '../sim/world/teams/instruments.js';
import { maillageHere } from './support/program.js';

const shown = async (...words: string[]) => (await maillageHere(['indicators', 'show', ...words])).stdout;

describe('an instrument', () => {
  test('is shown with payer and payee, in both languages', async () => {
    const english = await shown('asaleePosts', '--lang', 'en');
    expect(english).toContain('Paid by: the Assurance Maladie');
    expect(english).toContain('Paid to: nurses');
    const french = await shown('asaleePosts', '--lang', 'fr');
    expect(french).toMatch(/Payeur\u00a0: l’Assurance Maladie/);
    expect(french).toMatch(/Bénéficiaire\u00a0: les infirmières/);
  });

  test('goes into a treasury where it is received, and comes out of it where it is spent', async () => {
    expect(await shown('firEnvelope', '--lang', 'en')).toContain('Paid to: CPTS, into their treasury');
    expect(await shown('coordinatorWages', '--lang', 'en')).toContain('Paid by: CPTS, from their treasury');
  });

  test('is told to programs by the ids of its accounts, every one of them', async () => {
    for (const { id, payer, payee } of INSTRUMENTS) {
      const answer = JSON.parse(await shown(id, '--json')) as { indicator: object };
      expect(answerForm('indicators-show').safeParse(answer).error?.issues ?? [], id).toEqual([]);
      expect(answer.indicator).toMatchObject({
        payer: { id: payer, ...PAYERS[payer] },
        payee: { id: payee, ...PAYEES[payee] },
      });
    }
  });
});

test('an indicator that is no instrument has neither', async () => {
  expect(await shown('aplMean', '--lang', 'en')).not.toMatch(/Paid (by|to)/);
  expect(JSON.parse(await shown('aplMean', '--json')).indicator).not.toHaveProperty('payer');
});
