/** Words of `maillage params`. */
import type { Text } from './language.js';

export const PARAMS = {
  group: {
    en: 'Parameters of the model: values, dates, sources, uncertainty',
    fr: 'Paramètres du modèle : valeurs, dates, sources, incertitude',
  },
  list: { en: 'List the parameters', fr: 'Lister les paramètres' },
  show: {
    en: 'Show one parameter, all its values and its source',
    fr: 'Montrer un paramètre, toutes ses valeurs et sa source',
  },
  audit: {
    en: 'Count the parameters by kind of evidence',
    fr: 'Compter les paramètres par nature de preuve',
  },
  prefix: { en: 'beginning of the paths to list', fr: 'début des chemins à lister' },
  path: { en: 'path of a parameter', fr: 'chemin d’un paramètre' },
  status: { en: 'Only those of this status', fr: 'Seulement ceux de ce statut' },
  columns: {
    path: { en: 'path', fr: 'chemin' },
    value: { en: 'value', fr: 'valeur' },
    unit: { en: 'unit', fr: 'unité' },
    status: { en: 'status', fr: 'statut' },
    count: { en: 'parameters', fr: 'paramètres' },
    from: { en: 'from', fr: 'à partir de' },
    member: { en: 'member', fr: 'modalité' },
  },
  listNote: {
    en: '{count} parameters. A dated one shows its first and last values; `maillage params show PATH` tells all.',
    fr: '{count} paramètres. Un paramètre daté montre ses première et dernière valeurs ; `maillage params show CHEMIN` dit tout.',
  },
  byMember: { en: 'by {domain}', fr: 'par {domain}' },
  none: { en: 'no parameter begins with {prefix}', fr: 'aucun paramètre ne commence par {prefix}' },
  unknown: { en: "unknown parameter '{path}'; {hint}", fr: 'paramètre inconnu « {path} » ; {hint}' },
  listHint: { en: 'run `maillage params list` for the list', fr: '`maillage params list` donne la liste' },
  fields: {
    unit: { en: 'Unit', fr: 'Unité' },
    status: { en: 'Evidence', fr: 'Preuve' },
    source: { en: 'Source', fr: 'Source' },
    noSource: { en: 'none (assumption)', fr: 'aucune (hypothèse)' },
    argument: { en: 'Argument', fr: 'Argument' },
    note: { en: 'Note', fr: 'Note' },
    range: { en: 'Plausible range', fr: 'Plage plausible' },
    factor: { en: 'Plausible multiples of all its values', fr: 'Multiples plausibles de toutes ses valeurs' },
    limits: { en: 'Limits', fr: 'Limites' },
    checked: { en: 'Last checked', fr: 'Dernière vérification' },
    file: { en: 'File', fr: 'Fichier' },
    interpolated: { en: 'Straight lines between the dates', fr: 'Droites entre les dates' },
    choices: { en: 'Choices', fr: 'Choix' },
  },
  statuses: {
    law: { en: 'law', fr: 'loi' },
    agreement: { en: 'agreement', fr: 'convention' },
    statistic: { en: 'statistic', fr: 'statistique' },
    estimate: { en: 'estimate', fr: 'estimation' },
    calibrated: { en: 'calibrated', fr: 'calé' },
    assumption: { en: 'assumption', fr: 'hypothèse' },
  },
  distributions: {
    uniform: { en: 'uniform', fr: 'uniforme' },
    triangular: { en: 'triangular', fr: 'triangulaire' },
    normal: { en: 'normal', fr: 'normale' },
    loguniform: { en: 'log-uniform', fr: 'log-uniforme' },
  },
  total: { en: 'total', fr: 'total' },
  withoutSource: { en: 'Without a source: {paths}', fr: 'Sans source : {paths}' },
  stale: {
    en: 'Last checked more than {years} years ago: {paths}',
    fr: 'Vérifiés il y a plus de {years} ans : {paths}',
  },
} as const satisfies Record<string, Text | Record<string, Text>>;
