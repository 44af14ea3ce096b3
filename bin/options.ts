/** Options that several commands share. */
import { SUPPLY } from '../analysis/wording/supply.js';
import type { CommandOption } from './command.js';

export const JSON_OPTION: CommandOption = {
  name: 'json',
  takes: 'flag',
  describe: {
    en: 'Answer as JSON, the same in every language, with the version of its form',
    fr: 'Répondre en JSON, identique dans toutes les langues, avec la version de sa forme',
  },
};

export const QUIET_OPTION: CommandOption = {
  name: 'quiet',
  takes: 'flag',
  describe: {
    en: 'Only the answer: no settings, no progress',
    fr: 'La réponse seule : ni réglages, ni avancement',
  },
};

export const DATA_OPTION: CommandOption = { name: 'data', describe: SUPPLY.data };
