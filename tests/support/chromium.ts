/** Debian's Chromium, driven by playwright-core; nothing is downloaded. */
import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of this machine; `CHROMIUM` names another. */
export const CHROMIUM = process.env.CHROMIUM ?? PLACES.find((path) => existsSync(path));

/** Why tests of a browser are left out here. */
export const NO_BROWSER = 'Chromium is missing: as root, `apt-get install chromium`';
