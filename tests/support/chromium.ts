/** Debian's Chromium, driven by playwright-core; nothing is downloaded. */
import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const isAskedFor = process.env.BROWSER === '1';
const found = process.env.CHROMIUM ?? PLACES.find((path) => existsSync(path));

/** The browser of this machine (`CHROMIUM` names another), where its tests are asked for: they take three minutes. */
export const CHROMIUM = isAskedFor ? found : undefined;

/** Why tests of a browser are left out here. */
export const NO_BROWSER = isAskedFor
  ? 'Chromium is missing: as root, `apt-get install chromium`'
  : 'a browser is asked for with BROWSER=1, as `.ci/run browser` does';
