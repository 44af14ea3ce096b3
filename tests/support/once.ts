/** Modules whose costly reading is done once in a test file. */

/** The module with the answer of one of its functions, called without arguments, kept for later calls. */
export function once(module: object, name: string): object {
  const answer: { value?: unknown } = {};
  const original = (module as Readonly<Record<string, () => unknown>>)[name];
  const kept = () => {
    answer.value ??= original();
    return answer.value;
  };
  return { ...module, [name]: kept };
}
