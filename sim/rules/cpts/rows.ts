/** Rows of the table of projects: a row given to a new project keeps nothing of the one before. */
import type { Projects } from '../../world/teams/projects.js';

/** Empties a row: zeros everywhere, −1 where a column names somebody. */
export function clearProject({ columns, rows }: Projects, row: number): void {
  for (const column of Object.values(columns)) {
    const width = column.length / rows;
    column.fill(0, row * width, (row + 1) * width);
  }
  for (const column of [columns.leaders, columns.supporter, columns.rival]) {
    const width = column.length / rows;
    column.fill(-1, row * width, (row + 1) * width);
  }
}
