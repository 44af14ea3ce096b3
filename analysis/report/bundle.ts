/**
 * The script of the page from the compiled modules that tests and pictures use too: each module becomes a function that
 * gives what it exports, called in order. Chart.js comes whole, as its own package builds it for pages.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { packageRoot } from '../../sim/base/paths.js';

const RUNTIME = 'dist/analysis/charts/runtime';
const CLIENT = 'dist/analysis/report/client';

/** Modules in the order in which they need each other. */
const MODULES = [
  ...['tree', 'theme', 'formats', 'marks', 'drawable', 'paint', 'packed', 'map-view'].map(
    (name) => `${RUNTIME}/${name}.js`,
  ),
  ...['state', 'blobs', 'figures', 'downloads', 'map', 'start'].map((name) => `${CLIENT}/${name}.js`),
];

const IMPORT = /^import \{([^}]*)\} from '([^']+)';$/gm;
const EXPORTED = /^export ((?:async )?(?:function|const) (\w+))/gm;

/** One script of all modules. */
export function pageScript(): string {
  const root = packageRoot();
  const parts = MODULES.map((path) => wrapped(basename(path, '.js'), readFileSync(join(root, path), 'utf8')));
  return `(()=>{"use strict";const modules={};\n${parts.join('\n')}\n})();`;
}

/** A module as a function called at once: imports become reads of the modules before it. */
function wrapped(name: string, source: string): string {
  const exported: string[] = [];
  const body = source
    .replace(/^\/\/# sourceMappingURL.*$/gm, '')
    .replace(IMPORT, (_, names: string, from: string) => {
      const taken = names.replaceAll(' as ', ': ').trim();
      return `const { ${taken} } = modules[${JSON.stringify(basename(from, '.js'))}];`;
    })
    .replace(EXPORTED, (_, declaration: string, id: string) => {
      exported.push(id);
      return declaration;
    })
    .replace(/^export \{\};$/gm, '');
  return `modules[${JSON.stringify(name)}]=(()=>{${body}\nreturn{${exported.join(',')}};})();`;
}

/** Chart.js as one script that makes a global `Chart`. */
export function chartScript(): string {
  const require = createRequire(import.meta.url);
  const file = join(require.resolve('chart.js'), '..', 'chart.umd.min.js');
  return readFileSync(file, 'utf8').replace(/\n?\/\/# sourceMappingURL.*\s*$/, '');
}
