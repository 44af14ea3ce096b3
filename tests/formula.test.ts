/** Formulas that people write in a plan: what they compute, what has no value, and a sentence for each mistake. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkFormula, FORMULA_LENGTH, mistakeSentence, parseFormula } from '../sim/base/formula.js';

const NAMES = ['gpsLiberal', 'gpExits', 'population', 'delayMean'];

async function value(text: string, values: Record<string, number> = {}): Promise<number> {
  const formula = await parseFormula(text, Object.keys(values));
  return formula.evaluate(formula.names.map((name) => values[name]));
}

async function complaint(text: string): Promise<string> {
  const { formula, mistake } = await checkFormula(text, NAMES);
  expect(formula).toBeUndefined();
  return `${mistake?.at} ${mistake?.message}`;
}

describe('a formula', () => {
  test('computes with its indicators, whatever their order in the text', async () => {
    const formula = await parseFormula('100 * gpExits / gpsLiberal', NAMES);
    expect(formula.names).toEqual(['gpsLiberal', 'gpExits']);
    expect(formula.evaluate([50_000, 2_500])).toBe(5);
  });

  test('binds as in school: product before sum, from left to right, minus before all', async () => {
    const xyz = { x: 2, y: 3, z: 5 };
    expect(await value('x + y * z', xyz)).toBe(17);
    expect(await value('(x + y) * z', xyz)).toBe(25);
    expect(await value('x - y - z', xyz)).toBe(-6);
    expect(await value('z / x / y', xyz)).toBe(5 / 2 / 3);
    expect(await value('-x * -y', xyz)).toBe(6);
    expect(await value('x < y and not (y > z) ? x : z', xyz)).toBe(2);
    expect(await value('x > y ? 1 : y > z ? 2 : 3', xyz)).toBe(3);
  });

  test('has the functions it names, and a comparison is worth 1 or 0', async () => {
    const x = { x: -2.5, y: 9 };
    expect(await value('abs(x) + min(x, y, 3) + max(x, 0)', x)).toBe(0);
    expect(await value('sqrt(y) + floor(x) + ceil(x) + round(y / 2)', x)).toBe(3 - 3 - 2 + 5);
    expect(await value('log(exp(x))', x)).toBeCloseTo(-2.5, 12);
    expect(await value('x < 0', x)).toBe(1);
    expect(await value('(x > 0) + 10 * (y >= 9)', x)).toBe(10);
    expect(await value('0.1 + 0.2 == 0.3')).toBe(1);
    expect(await value('x != y or x == y', x)).toBe(1);
  });

  test('may run over several lines', async () => {
    expect(await value('100 *\n  x\n  / y', { x: 1, y: 4 })).toBe(25);
  });

  test('computes what the same text computes in JavaScript, with + - * / and parentheses', async () => {
    const leaf = fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 99 }).map(String));
    const { expression } = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        leaf,
        fc
          .tuple(tie('expression'), fc.constantFrom('+', '-', '*', '/'), tie('expression'))
          .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
        tie('expression').map((inner) => `-(${inner})`),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(expression, fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)), async (text, [a, b, c]) => {
        fc.pre(text.length <= FORMULA_LENGTH);
        const expected = new Function('a', 'b', 'c', `return ${text}`)(a, b, c) as number;
        const computed = await value(text, { a, b, c });
        // Infinity may come back to a number in JavaScript, 1 / (1 / 0); a formula stops at it.
        if (Number.isNaN(computed)) expect(text).toContain('/');
        else expect(computed).toBe(expected);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('no value', () => {
  test.each([
    ['a division by zero', 'x / y', { x: 1, y: 0 }],
    ['zero over zero', 'y / y', { y: 0 }],
    ['what would come back from infinity', '1 / (1 / y)', { y: 0 }],
    ['a comparison with what does not exist', 'x / y > 3 ? 1 : 0', { x: 1, y: 0 }],
    ['the root of a negative number', 'sqrt(x)', { x: -1 }],
    ['the logarithm of zero', 'log(y)', { y: 0 }],
    ['a number too large', 'exp(x)', { x: 1000 }],
    ['an indicator without value', 'x + y', { x: 1, y: Number.NaN }],
    ['an indicator without value, even where it is not chosen', 'x > 0 ? x : y', { x: 1, y: Number.NaN }],
  ])('%s', async (_, text, values) => {
    expect(await value(text, values)).toBeNaN();
  });

  test('a condition guards a division', async () => {
    expect(await value('y > 0 ? x / y : -1', { x: 1, y: 0 })).toBe(-1);
    expect(await value('y > 0 ? x / y : -1', { x: 1, y: 4 })).toBe(0.25);
  });
});

describe('a mistake is told with its character', () => {
  test.each([
    ['100 * gpExit / gpsLiberal', "7 unknown indicator 'gpExit'; did you mean 'gpExits'?"],
    ['sqroot(gpExits)', "1 unknown function 'sqroot'; did you mean 'sqrt'?"],
    ['gpExits * tan(1)', "11 unknown function 'tan'; did you mean 'min'?"],
    ['gpExits ^ 2', "9 '^' is not a sign of a formula: powers differ between versions of Node.js, so write"],
    ['gpExits ** 2', '10 a value is missing here'],
    ['gpExits = 2', "9 '=' is not a sign of a formula: '=' would give a name: write == to compare"],
    ['2 gpExits', "3 a sign is missing between '2' and 'gpExits': write * for a product"],
    ['gpExits gpsLiberal', "9 a sign is missing between 'gpExits' and 'gpsLiberal'"],
    ['(gpExits)(gpsLiberal)', "10 a sign is missing between ')' and '('"],
    ['gpExits(2)', "1 'gpExits' is an indicator, not a function"],
    ['min + 1', "1 'min' is a function: write its values in parentheses, min(…)"],
    ['[gpExits]', "1 '[' is not a sign of a formula: expected numbers, names"],
    ['"text"', `1 '"' is not a sign of a formula: a formula holds no text`],
    ['gpExits; 2', "8 ';' is not a sign of a formula: write one formula only"],
    ['gpExits.constructor', "8 '.' is not a sign of a formula: a number has a digit beside its point"],
    ['constructor(1)', "1 unknown function 'constructor'; expected one of: abs, min"],
    ['random()', "1 unknown function 'random'; "],
    ['pi * 2', "1 unknown indicator 'pi'; expected one of: gpsLiberal"],
    ['true', "1 unknown indicator 'true'; expected one of: gpsLiberal"],
    ['gpExits % 2', "9 '%' is not a sign of a formula: write / 100"],
    ['gpExits × 2', "9 '×' is not a sign of a formula: write * for a product"],
    ['médecins + 1', "1 unknown indicator 'médecins'"],
    ['gpExits +', '10 a value is missing here'],
    ['gpExits * / 2', '11 a value is missing here'],
    ['(gpExits', '9 a parenthesis is still open: close it with )'],
    ['gpExits)', '8 this parenthesis closes nothing'],
    ['12,5 * gpExits', '3 a comma only stands between the values of a function'],
    ['gpExits > 2 ? 1', "16 '? value' is not followed by ': value'"],
    ['1 : gpExits', "3 this is not part of a formula: ':' only stands after '? value'"],
    ['gpExits + sqrt(12, 5)', "11 'sqrt' has 2 values, expected one value"],
    ['max()', "1 'max' has 0 values, expected one or more values"],
    ['1e999', '1 1e999 is too large for a number'],
    ['   ', '1 the formula is empty'],
  ])('%s', async (text, words) => {
    expect(await complaint(text)).toContain(words);
  });

  test('the error of a program names the formula', async () => {
    await expect(parseFormula('gpExit + 1', NAMES)).rejects.toThrow(
      "formula 'gpExit + 1', character 1: unknown indicator 'gpExit'; did you mean 'gpExits'?",
    );
    expect(mistakeSentence('a\n  + b', { at: 1, message: 'x' })).toBe("formula 'a + b', character 1: x");
  });

  test('a formula of 500 characters is read, one of 501 is refused', async () => {
    const text = `1${' + 1'.repeat(124)}  `;
    expect(await value(`${text} `)).toBe(125);
    expect(await complaint(`${text}+ 1`)).toBe(
      '501 the formula has 502 characters, expected at most 500: cut it in two',
    );
  });

  test('the deepest formula that fits is read or refused, and never breaks the program', async () => {
    expect(await value(`${'('.repeat(249)}1${')'.repeat(249)}`)).toBe(1);
    expect(await value(`${'-'.repeat(498)}1`)).toBe(1);
    expect(await complaint('('.repeat(500))).toMatch(/a value is missing here|nested too deep/);
  });
});
