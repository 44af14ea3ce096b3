/** Sentences of a traced project's life: what happens, what it waits for, what is paid. */
import type { InstrumentId } from '../../sim/world/teams/instruments.js';
import type { Wait } from '../../sim/world/teams/projects.js';
import type { Cause, EventId } from '../trace/event.js';
import type { Text } from './language.js';

export const TRACE_WAITS: Readonly<Record<Exclude<Wait, 'nothing'>, Text>> = {
  commission: {
    en: 'For {months} the file waited for a commission to sit.',
    fr: 'Le dossier a attendu {months} qu’une commission se réunisse.',
  },
  staff: {
    en: 'For {months} nobody at the ARS or the CPAM had time for the file.',
    fr: 'Pendant {months}, personne à l’ARS ni à la CPAM n’a eu de temps pour le dossier.',
  },
  supporter: {
    en: 'For {months} the project waited for days of its supporter.',
    fr: 'Le projet a attendu {months} des jours de son accompagnateur.',
  },
  money: { en: 'For {months} the project lacked money.', fr: 'Pendant {months}, l’argent a manqué.' },
  overlap: {
    en: 'For {months} a quarrel over the territory stopped everything.',
    fr: 'Pendant {months}, la dispute sur le territoire a tout arrêté.',
  },
  aciToExist: {
    en: 'For {months} the project was ready and the ACI did not exist yet.',
    fr: 'Pendant {months}, le projet était prêt et l’ACI n’existait pas encore.',
  },
  leaders: {
    en: 'For {months} the leaders had no time to give.',
    fr: 'Pendant {months}, les porteurs n’ont pas eu de temps à donner.',
  },
};

/** Why a project froze. */
export const TRACE_CAUSES: Readonly<Record<Cause, Text>> = {
  nothing: { en: 'Too little work was done.', fr: 'Trop peu de travail s’y est fait.' },
  tooSlow: { en: 'Too little work was done.', fr: 'Trop peu de travail s’y est fait.' },
  nobody: { en: 'Nobody leads it.', fr: 'Personne ne le porte.' },
  commission: { en: 'It waited for commissions.', fr: 'Il a attendu des commissions.' },
  staff: {
    en: 'The ARS and the CPAM had no time for it.',
    fr: 'L’ARS et la CPAM n’avaient pas de temps pour lui.',
  },
  supporter: { en: 'It waited for its supporter.', fr: 'Il a attendu son accompagnateur.' },
  money: { en: 'It lacked money.', fr: 'L’argent a manqué.' },
  overlap: { en: 'A quarrel over the territory went on.', fr: 'La dispute sur le territoire a duré.' },
  aciToExist: { en: 'The ACI did not exist yet.', fr: 'L’ACI n’existait pas encore.' },
  leaders: { en: 'Its leaders had no time.', fr: 'Ses porteurs n’avaient pas de temps.' },
};

/** Sentences of money by instrument; what is not here is told by its label. */
export const TRACE_MONEY: Readonly<Partial<Record<InstrumentId, Text>>> = {
  firEnvelope: {
    en: 'The ARS pays the team an envelope of {euros} (FIR).',
    fr: 'L’ARS verse à l’équipe une enveloppe de {euros} (FIR).',
  },
  firSupport: {
    en: 'The ARS pays the supporter {euros} (FIR).',
    fr: 'L’ARS paie {euros} à l’accompagnateur (FIR).',
  },
  firPreAci: {
    en: 'The ARS pays {euros} to keep the team going until the ACI (FIR).',
    fr: 'L’ARS verse {euros} pour faire tenir l’équipe jusqu’à l’ACI (FIR).',
  },
  regionAid: { en: 'The regional council gives {euros}.', fr: 'Le conseil régional donne {euros}.' },
  ownFunds: {
    en: 'The union gives {euros} from its own funds.',
    fr: 'L’union donne {euros} sur ses fonds propres.',
  },
  aciRunning: {
    en: 'The Assurance Maladie pays {euros} for running costs (ACI).',
    fr: 'L’Assurance Maladie verse {euros} de fonctionnement (ACI).',
  },
  aciMissions: {
    en: 'The Assurance Maladie pays {euros} for the missions (ACI).',
    fr: 'L’Assurance Maladie verse {euros} pour les missions (ACI).',
  },
  aciVariable: {
    en: 'The Assurance Maladie pays {euros} on indicators (ACI).',
    fr: 'L’Assurance Maladie verse {euros} selon les indicateurs (ACI).',
  },
  aciStarter: {
    en: 'The Assurance Maladie pays {euros} to start (ACI).',
    fr: 'L’Assurance Maladie verse {euros} d’amorçage (ACI).',
  },
  aciLetter: {
    en: 'The Assurance Maladie pays {euros} for the letter (ACI).',
    fr: 'L’Assurance Maladie verse {euros} pour la lettre (ACI).',
  },
  accelerator: {
    en: 'The accelerator of the Assurance Maladie sends facilitators, for {euros}.',
    fr: 'L’accélérateur de l’Assurance Maladie envoie des facilitateurs, pour {euros}.',
  },
  supporterFromTeam: {
    en: 'The team pays the supporter {euros}.',
    fr: 'L’équipe paie {euros} à l’accompagnateur.',
  },
  coordinatorWages: {
    en: 'The team pays the coordinator {euros}.',
    fr: 'L’équipe paie {euros} au coordinateur.',
  },
  leaderIndemnities: {
    en: 'The team pays its leaders {euros} for their time.',
    fr: 'L’équipe verse {euros} aux porteurs pour leur temps.',
  },
  evaluation: {
    en: 'The ARS pays {euros} for an evaluation.',
    fr: 'L’ARS paie {euros} pour une évaluation.',
  },
};

/** Sentences of events; `{name}` is a number, a counted noun or a name. */
export const TRACE_EVENTS: Readonly<Record<Exclude<EventId, 'waited'>, Text>> = {
  founded: {
    en: 'The pre-project is born, carried by {doctors} and {others}. It claims a territory of {people}.',
    fr: 'L’avant-projet naît, porté par {doctors} et {others}. Il revendique un territoire de {people}.',
  },
  leadersJoined: {
    en: '{count} join; the project now has {leaders}.',
    fr: 'Renfort : {count} de plus ; le projet compte désormais {leaders}.',
  },
  leadersLeft: {
    en: 'The project loses {count}; {leaders} remain.',
    fr: 'Le projet perd {count} ; reste {leaders}.',
  },
  nobodyLeads: { en: 'Nobody leads the project any more.', fr: 'Plus personne ne porte le projet.' },
  grew: {
    en: 'The territory grows from {from} to {people}.',
    fr: 'Le territoire s’étend de {from} à {people}.',
  },
  shrank: {
    en: 'The territory shrinks from {from} to {people}.',
    fr: 'Le territoire se réduit de {from} à {people}.',
  },
  overlap: {
    en: 'Another project claims part of the same territory: nothing moves until they agree.',
    fr: 'Un autre projet revendique une partie du même territoire : rien n’avance avant un accord.',
  },
  overlapEnded: {
    en: 'The quarrel over the territory is settled.',
    fr: 'La dispute sur le territoire est réglée.',
  },
  letterFiled: {
    en: 'The letter of intent goes to the ARS, after {months}.',
    fr: 'La lettre d’intention part à l’ARS, après {months}.',
  },
  letterReturned: {
    en: 'The ARS sends the letter back: there is work to do again.',
    fr: 'L’ARS renvoie la lettre : il faut y retravailler.',
  },
  letterValidated: {
    en: 'The letter of intent is validated. The team starts to write its health project.',
    fr: 'La lettre d’intention est validée. L’équipe commence à écrire son projet de santé.',
  },
  queued: {
    en: 'The supporter has no days free: the project waits in line.',
    fr: 'L’accompagnateur n’a pas de jours libres : le projet fait la queue.',
  },
  supporterCame: { en: '{supporter} comes to help.', fr: 'Une aide arrive : {supporter}.' },
  supporterLeft: {
    en: 'The help of {supporter} ends.',
    fr: 'L’accompagnement s’achève : {supporter} s’en va.',
  },
  coordinatorHired: {
    en: 'A coordinator is hired, at {share} of full time.',
    fr: 'Un coordinateur est recruté, à {share} d’un temps plein.',
  },
  coordinatorGone: {
    en: 'The coordinator leaves; {treasury} are left.',
    fr: 'Le coordinateur s’en va ; il reste {treasury}.',
  },
  projectFiled: { en: 'The health project goes to the ARS.', fr: 'Le projet de santé part à l’ARS.' },
  projectReturned: {
    en: 'The health project comes back: it must be written again in part.',
    fr: 'Le projet de santé revient : il faut le réécrire en partie.',
  },
  projectValidated: {
    en: 'The health project is validated, but the ACI is not signed; {treasury} are left to hold until then.',
    fr: 'Le projet de santé est validé, mais l’ACI n’est pas signé ; il reste {treasury} pour tenir jusque-là.',
  },
  blocked: { en: 'The negotiation of the ACI is stuck.', fr: 'La négociation de l’ACI est bloquée.' },
  drafted: { en: 'Draft number {drafts} of the ACI.', fr: 'Version {drafts} de l’ACI.' },
  signed: {
    en: 'The ACI is signed. The CPTS answers for {people}.',
    fr: 'L’ACI est signé. La CPTS répond de {people}.',
  },
  missionStarted: { en: 'A mission starts: {mission}.', fr: 'Une mission démarre : {mission}.' },
  missionDeployed: {
    en: 'A mission is in full swing: {mission}.',
    fr: 'Une mission tourne à plein : {mission}.',
  },
  frozen: {
    en: 'The project is frozen: momentum is gone. {cause} Its territory stays taken.',
    fr: 'Le projet est gelé : l’élan est épuisé. {cause} Le territoire reste occupé.',
  },
  revived: {
    en: 'Somebody takes the project up again: momentum is back to {momentum}.',
    fr: 'Quelqu’un reprend le projet : l’élan remonte à {momentum}.',
  },
  cashGap: {
    en: 'The money is running out before the ACI: {treasury} are left.',
    fr: 'L’argent s’épuise avant l’ACI : il reste {treasury}.',
  },
  weakened: {
    en: 'The CPTS weakens: it loses leaders or members.',
    fr: 'La CPTS s’affaiblit : elle perd des porteurs ou des membres.',
  },
  recovered: { en: 'The CPTS recovers.', fr: 'La CPTS se redresse.' },
  hollow: {
    en: 'The CPTS is an empty shell: its indicators are shown, hardly anything is done together (depth {depth}).',
    fr: 'La CPTS est une coquille vide : des indicateurs affichés, presque rien fait ensemble (profondeur {depth}).',
  },
  filled: { en: 'The CPTS is no longer an empty shell.', fr: 'La CPTS n’est plus une coquille vide.' },
  merged: {
    en: 'The project joins another one, after {months}.',
    fr: 'Le projet en rejoint un autre, après {months}.',
  },
  ended: {
    en: 'The project ends, after {months}. Its territory is free again.',
    fr: 'Le projet s’éteint, après {months}. Le territoire est de nouveau libre.',
  },
  worked: {
    en: 'Over {months}: {work}. {left} of work remain.',
    fr: 'En {months} : {work}. Reste {left} de travail.',
  },
  momentum: { en: 'Momentum goes from {from} to {to}.', fr: 'L’élan passe de {from} à {to}.' },
  received: {
    en: '{euros} are paid for the project: {instrument}.',
    fr: 'Versé pour le projet : {euros} ({instrument}).',
  },
  spent: { en: 'The team pays {euros}: {instrument}.', fr: 'L’équipe paie {euros} : {instrument}.' },
  yearAfter: {
    en: 'Over {months}: {joint} of joint work, {indicator} on indicators. {members}, {gps} among them. Depth {depth}, display {display}.',
    fr: 'En {months} : {joint} de travail commun, {indicator} pour les indicateurs. {members}, dont {gps}. Profondeur {depth}, affichage {display}.',
  },
};

/** Who worked, in the account of a quarter. */
export const TRACE_WORK = {
  leaders: { en: '{days} of the leaders', fr: '{days} des porteurs' },
  coordinator: { en: '{days} of the coordinator', fr: '{days} du coordinateur' },
  supporter: { en: '{days} of the supporter', fr: '{days} de l’accompagnateur' },
  agency: { en: '{days} of the ARS and the CPAM', fr: '{days} de l’ARS et de la CPAM' },
  nobody: { en: 'nobody worked on it', fr: 'personne n’y a travaillé' },
} as const satisfies Record<string, Text>;
