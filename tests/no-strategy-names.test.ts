/** No rule knows a strategy or a supporter by its name or number: their settings and attributes are all there is. */
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { namedActors } from './support/named-actors.js';
import { sources as sourcesOf } from './support/sources.js';

describe('the rules', () => {
  test('know no strategy and no supporter by name or number', () => {
    expect(
      sourcesOf(['sim/rules']).flatMap(({ path, tree }) =>
        namedActors(tree).map((what) => `${path} ${what}`),
      ),
    ).toEqual([]);
  });

  test.each([
    ["if (strategy === 'délégué') days *= 2;", 'délégué'],
    ["const words = 'collaboratif mixte';", 'collaboratif'],
    ['const isDelegue = chooser === 2;', 'isDelegue'],
    ["if (SUPPORTER_WORDS[slot] === 'union') days += 1;", 'union'],
    ['const FIRMS = 2;', 'FIRMS'],
    ['const days = given.federation;', 'federation'],
    ['if (slot === 0) days += 1;', 'slot === 0'],
    ['if (p.supporter[row] === 2) days += 1;', 'p.supporter[row] === 2'],
    ['const days = paid[`firms`];', 'firms'],
  ])('would be caught with: %s', (code, said) => {
    const tree = ts.createSourceFile('made-up.ts', code, ts.ScriptTarget.ES2022, true);
    expect(namedActors(tree)[0]).toContain(said);
  });

  test.each([
    "const drift = parameters.list('unions.drift', month);",
    "/** Libéral in the words of Gauthier. */ const liberalNurses = counts('liberal nurses');",
    'if (p.supporter[row] === -1 || seated === SLOTS) return;',
  ])('may hold: %s', (code) => {
    expect(namedActors(ts.createSourceFile('made-up.ts', code, ts.ScriptTarget.ES2022, true))).toEqual([]);
  });
});
