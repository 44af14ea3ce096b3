/** Words of `maillage territories`. */
import type { Text } from './language.js';

export const TERRITORIES = {
  group: { en: 'The territories of France that are simulated', fr: 'Les territoires de France simulés' },
  list: { en: 'List the territories', fr: 'Lister les territoires' },
  show: {
    en: 'Show one territory, its communes and its neighbours',
    fr: 'Montrer un territoire, ses communes et ses voisins',
  },
  region: {
    en: 'Only those of this région (code or name)',
    fr: 'Seulement ceux de cette région (code ou nom)',
  },
  departement: {
    en: 'Only those of this département (code or name)',
    fr: 'Seulement ceux de ce département (code ou nom)',
  },
  territory: { en: 'code or name of a territory', fr: 'code ou nom d’un territoire' },
  columns: {
    code: { en: 'code', fr: 'code' },
    name: { en: 'name', fr: 'nom' },
    departement: { en: 'dép.', fr: 'dép.' },
    region: { en: 'région', fr: 'région' },
    people: { en: 'people', fr: 'habitants' },
    class: { en: 'class', fr: 'classe' },
    minutes: { en: 'minutes', fr: 'minutes' },
  },
  classes: {
    metropolis: { en: 'metropolis', fr: 'métropole' },
    city: { en: 'city', fr: 'ville' },
    town: { en: 'town', fr: 'bourg' },
    rural: { en: 'rural', fr: 'rural' },
  },
  total: {
    en: '{count} territories, {people} people in the census year of the package.',
    fr: '{count} territoires, {people} habitants l’année de recensement du paquet.',
  },
  unknown: { en: "unknown territory '{name}'; {hint}", fr: 'territoire inconnu « {name} » ; {hint}' },
  unknownRegion: { en: "unknown région '{name}'; {hint}", fr: 'région inconnue « {name} » ; {hint}' },
  unknownDepartement: {
    en: "unknown département '{name}'; {hint}",
    fr: 'département inconnu « {name} » ; {hint}',
  },
  several: {
    en: "'{name}' names {count} territories, choose one by its code: {list}",
    fr: '« {name} » désigne {count} territoires, en choisir un par son code : {list}',
  },
  listHint: {
    en: 'run `maillage territories list` for the list',
    fr: '`maillage territories list` donne la liste',
  },
  where: {
    en: '{departement} ({departementCode}), {region} ({regionCode})',
    fr: '{departement} ({departementCode}), {region} ({regionCode})',
  },
  people: {
    en: '{people} people, {class}, {communes} communes',
    fr: '{people} habitants, {class}, {communes} communes',
  },
  part: { en: 'Part of the EPCI {epci}, {people} people', fr: 'Partie de l’EPCI {epci}, {people} habitants' },
  centre: {
    en: 'Centre at {latitude} N, {longitude} E; {minutes} minutes to a practice inside it',
    fr: 'Centre à {latitude} N, {longitude} E ; {minutes} minutes jusqu’à un cabinet à l’intérieur',
  },
  communes: { en: 'Largest communes', fr: 'Communes les plus peuplées' },
  neighbours: { en: 'Nearest territories', fr: 'Territoires les plus proches' },
} as const satisfies Record<string, Text | Record<string, Text>>;
