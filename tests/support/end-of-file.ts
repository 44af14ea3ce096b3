/** What support modules leave behind, cleared after each test file: the files of a worker share its modules. */

const leftovers: (() => void)[] = [];

/** Has something done when the tests of the present file have ended. */
export function atEndOfFile(clear: () => void): void {
  leftovers.push(clear);
}

/** Does what was asked for, last first. */
export function clearLeftovers(): void {
  for (const clear of leftovers.splice(0).reverse()) clear();
}
