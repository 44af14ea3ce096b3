/** What a report warns of: what the reader must know before the numbers, what they leave out, where supply comes from. */
import type { Text } from './language.js';

/** Where professionals practise at the start: drawn, or imported with `--data`. */
export const SUPPLY_ORIGIN = {
  synthetic: {
    intro: {
      en: 'Inside a région, supply is synthetic.',
      fr: 'À l’intérieur d’une région, l’offre est synthétique.',
    },
    caution: {
      en: 'Where professionals practise inside a région is synthetic: drawn from published regional figures, always the same way.',
      fr: 'Où exercent les professionnels à l’intérieur d’une région est synthétique : tiré de chiffres régionaux publiés, toujours de la même façon.',
    },
    fact: { en: 'synthetic', fr: 'synthétique' },
  },
  imported: {
    intro: {
      en: 'Supply starts from imported files: {name}.',
      fr: 'L’offre part de fichiers importés : {name}.',
    },
    caution: {
      en: 'Where professionals practise at the start is imported ({name}), brought to the national numbers of the scenario. What these files leave out is synthetic, and so is who practises there and who has which GP; from the start on, rules move them.',
      fr: 'Où exercent les professionnels au départ est importé ({name}), ramené aux nombres nationaux du scénario. Ce que ces fichiers ne disent pas est synthétique, de même que qui y exerce et qui a quel médecin ; dès le départ, ce sont des règles qui les déplacent.',
    },
    fact: { en: 'imported: {name}', fr: 'importée : {name}' },
  },
} as const satisfies Record<string, Record<string, Text>>;

/** What the reader must know before the numbers, and how they were made. */
export const CAUTIONS = {
  partial: {
    en: 'The study is not complete: {done} of {asked} runs are in it. What follows rests on these.',
    fr: 'L’étude n’est pas complète : {done} exécutions sur {asked} s’y trouvent. Ce qui suit repose sur elles.',
  },
  failed: {
    en: '{count} {count|run failed and is|runs failed and are} left out.',
    fr: '{count} {count|exécution a échoué et est écartée|exécutions ont échoué et sont écartées}.',
  },
  absent: {
    en: 'No run is finished for: {names}.',
    fr: 'Aucune exécution n’est finie pour : {names}.',
  },
  oneRun: {
    en: 'There is one run for each scenario: no interval can be given, and every difference may be chance. `maillage batch … --replicates 10` gives intervals.',
    fr: 'Il y a une exécution par scénario : aucun intervalle ne peut être donné, et toute différence peut être due au hasard. `maillage batch … --replicates 10` donne des intervalles.',
  },
  alone: {
    en: 'The study holds one scenario: nothing is compared.',
    fr: 'L’étude contient un seul scénario : rien n’est comparé.',
  },
  notKept: {
    en: 'The study keeps none of these headline indicators, and nothing is said about them: {names}. `keep: indicators: headline` in its plan keeps them.',
    fr: 'L’étude ne garde pas ces indicateurs principaux, dont rien n’est dit : {names}. `keep: indicators: headline` dans son plan les garde.',
  },
  otherCode: {
    en: 'The study was simulated by another state of the simulator ({study}) than the one beside this page ({program}): run again, it may give other numbers.',
    fr: 'L’étude a été simulée par un autre état du simulateur ({study}) que celui qui accompagne cette page ({program}) : refaite, elle peut donner d’autres nombres.',
  },
  otherVersion: {
    en: 'The study was simulated by version {study} of maillage, and this page is written by version {program}: words and definitions are those of the latter.',
    fr: 'L’étude a été simulée par la version {study} de maillage, et cette page est écrite par la version {program} : les mots et les définitions sont ceux de la seconde.',
  },
  coarse: {
    en: 'One agent for {scale} people is too coarse for levels of access: the list of a GP is then one or two agents, and delays and unmet requests come out too high. Numbers to report take 1:{fine} or finer.',
    fr: 'Un agent pour {scale} personnes est trop grossier pour des niveaux d’accès : la patientèle d’un médecin n’y compte qu’un ou deux agents, et délais et demandes non satisfaites en sortent trop élevés. Des nombres à publier demandent 1:{fine} ou plus fin.',
  },
  fewRuns: {
    en: 'With {runs} runs, the band said to hold 95 % of them reaches nearly from the lowest to the highest.',
    fr: 'Avec {runs} exécutions, la bande dite de 95 % va presque de la plus basse à la plus haute.',
  },
  instrument: {
    en: 'A research instrument: it shows what stated mechanisms imply, with their sources; it does not forecast. Intervals tell {uncertainty}, not whether the rules are right.',
    fr: 'Un instrument de recherche : il montre ce qu’impliquent des mécanismes énoncés, avec leurs sources ; il ne prédit pas. Les intervalles disent {uncertainty}, non si les règles sont justes.',
  },
  chance: {
    title: { en: 'Chance', fr: 'Le hasard' },
    text: {
      en: 'Each number is a mean over {runs} {runs|run|runs}, and intervals (Student) count chance within the model. Runs of two scenarios meet the same chance, which removes most of it from their difference.',
      fr: 'Chaque nombre est une moyenne sur {runs} {runs|exécution|exécutions}, et les intervalles (Student) comptent le hasard interne au modèle. Deux scénarios rencontrent le même hasard, ce qui retire l’essentiel du hasard de leur différence.',
    },
  },
  parameters: {
    title: { en: 'Parameters', fr: 'Les paramètres' },
    varied: {
      en: 'This study draws its uncertain parameters ({points} draws, {method}): intervals tell how far the differences hang on them.',
      fr: 'Cette étude tire au sort ses paramètres incertains ({points} tirages, {method}) : les intervalles disent combien les différences en dépendent.',
    },
    fixed: {
      en: 'Parameters are held at their central values here: nothing on this page tells what other plausible values would change. {assumptions} of the {total} parameters are assumptions. A plan with `vary: method: latin-hypercube` draws them (`scenarios/plans/uncertainty.yaml`).',
      fr: 'Les paramètres sont tenus ici à leurs valeurs centrales : rien sur cette page ne dit ce que changeraient d’autres valeurs plausibles. {assumptions} des {total} paramètres sont des hypothèses. Un plan avec `vary: method: latin-hypercube` les tire au sort (`scenarios/plans/uncertainty.yaml`).',
    },
    grid: {
      en: 'This study runs a grid of {points} chosen settings ({names}): numbers elsewhere on this page are means over the settings, which are no sample.',
      fr: 'Cette étude parcourt une grille de {points} réglages choisis ({names}) : ailleurs sur cette page, les nombres sont des moyennes sur ces réglages, qui ne sont pas un échantillon.',
    },
  },
  depth: {
    title: { en: 'What the depth of CPTS buys', fr: 'Ce qu’achète la profondeur des CPTS' },
    varied: {
      en: 'The same comparison when depth buys nothing for patients, what the central assumption says, and more.',
      fr: 'La même comparaison quand la profondeur n’achète rien aux patients, ce que dit l’hypothèse centrale, et davantage.',
    },
    fixed: {
      en: 'What joint work buys for patients is an assumption whose range holds zero. This study keeps it at its central value; `maillage batch scenarios/plans/strategies-depth.yaml` runs the strategies at zero, central and high, and its report shows them side by side.',
      fr: 'Ce que le travail commun achète aux patients est une hypothèse dont la plage contient zéro. Cette étude la tient à sa valeur centrale ; `maillage batch scenarios/plans/strategies-depth.yaml` fait tourner les stratégies à zéro, au centre et en haut, et son rapport les montre côte à côte.',
    },
  },
  omitted: {
    title: { en: 'What was not modelled', fr: 'Ce qui n’est pas modélisé' },
    items: {
      others: {
        en: 'Specialists, pharmacists, what liberal nurses do at home, and hospitals beyond a count of emergency visits.',
        fr: 'Les spécialistes, les pharmaciens, ce que font les infirmiers libéraux à domicile, et l’hôpital au-delà d’un compte de passages aux urgences.',
      },
      income: {
        en: 'The income of GPs: money acts on where they settle and on what an hour is worth to them, not on how many hours of care they give.',
        fr: 'Le revenu des médecins : l’argent agit sur le choix d’un lieu et sur le prix d’une heure à leurs yeux, non sur leurs heures de soins.',
      },
      measured: {
        en: 'What delegation spares by measure: the time of a visit spared is the hypothesis of the Asalée contract; referral to IPA, hours under protocols and hours freed by assistants have no French measure.',
        fr: 'Ce que la délégation épargne, mesuré : le temps d’un suivi épargné est l’hypothèse du contrat Asalée ; l’adressage aux IPA, les heures sous protocole et celles que libère un assistant n’ont pas de mesure française.',
      },
      practice: {
        en: 'What people do that no rule holds: local politics, persons, reforms that were not dated in the scenarios.',
        fr: 'Ce que l’on fait sans qu’aucune règle ne le dise : la politique locale, les personnes, les réformes que les scénarios ne datent pas.',
      },
      future: {
        en: 'The past (2013–2021) was used to fit several parameters; other values may fit it as well.',
        fr: 'Le passé (2013–2021) a servi à ajuster plusieurs paramètres ; d’autres valeurs s’y ajusteraient peut-être aussi bien.',
      },
    },
  },
} as const;
