/** Zoning classes of a territory: of its rank each December (`territories.zoning`), and of the arrêté in force (`territories.zone`). */
export const NO_ZONE = 0;
/** Zone d'action complémentaire. */
export const ZAC = 1;
/** Zone d'intervention prioritaire: the worst served. */
export const ZIP = 2;
