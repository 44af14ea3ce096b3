/**
 * The laws of coordinated practice after every month: an area has one owner that lives, free people add up, members and
 * leaders belong and practise, no treasury is overdrawn, no fund spends more than it has, every account is a number.
 * That each euro has a payer, a payee and an instrument needs no check: money moves by `ledger.ts` only.
 */
import { practises } from '../physicians.js';
import type { World } from '../world.js';
import { areasOf } from './areas.js';
import { INSTRUMENT_COUNT, INSTRUMENTS } from './instruments.js';
import { lives, MOST_LEADERS, NO_PROJECT, PROJECT_ROWS } from './projects.js';
import { isAlive, NO_TEAM, TEAM_ROWS } from './teams.js';

export type Fail = (what: string) => never;

/** A cent: what sums of doubles may stray by. */
const CENT = 0.01;
/** Part of a person by which people counted in two ways may differ. */
const PART_OF_PERSON = 0.001;

/** Checks the laws; `fail` is told the first that is broken, and the row. */
export function checkCollective(world: World, fail: Fail): void {
  checkAreas(world, fail);
  checkTeams(world, fail);
  checkProjects(world, fail);
  checkFunds(world, fail);
}

function checkAreas(world: World, fail: Fail): void {
  const { people, start } = areasOf(world.geography);
  const { stage, people: claimed } = world.projects.columns;
  const held = new Float64Array(PROJECT_ROWS);
  for (let z = 0; z + 1 < start.length; z++) {
    let free = 0;
    for (let area = start[z]; area < start[z + 1]; area++) {
      const owner = world.areaOwner[area];
      if (owner < -1 || owner >= PROJECT_ROWS) fail(`area ${area} belongs to row ${owner} of the projects`);
      if (owner < 0) free += people[area];
      else if (!lives(stage[owner])) fail(`area ${area} belongs to project ${owner}, which has ended`);
      else held[owner] += people[area];
    }
    if (Math.abs(free - world.freePeople[z]) > PART_OF_PERSON)
      fail(`territory ${z} has ${free} people without project and counts ${world.freePeople[z]}`);
  }
  for (let row = 0; row < PROJECT_ROWS; row++) {
    if (lives(stage[row]) && Math.abs(held[row] - claimed[row]) > PART_OF_PERSON)
      fail(`project ${row} holds areas of ${held[row]} people and counts ${claimed[row]}`);
  }
}

function checkTeams(world: World, fail: Fail): void {
  const { state, leader, territory, treasury } = world.teams.columns;
  const gp = world.physicians.columns;
  for (let row = 0; row < TEAM_ROWS; row++) {
    if (state[row] === NO_TEAM) continue;
    if (isAlive(state[row]) && leader[row] >= 0 && !practises(gp.status[gp.rowOf[leader[row]]]))
      fail(`team ${row} is led by GP ${leader[row]}, who does not practise`);
    checkTreasury(`team ${row}`, treasury[row], fail);
  }
  const { gpOrder, gpStart } = world;
  for (const d of gpOrder.subarray(0, gpStart[gpStart.length - 1])) {
    const team = gp.team[d];
    if (team < -1 || team >= TEAM_ROWS) fail(`physician ${d} belongs to row ${team} of the teams`);
    if (team < 0) continue;
    if (!isAlive(state[team])) fail(`physician ${d} belongs to team ${team}, which has ended`);
    if (territory[team] !== gp.territory[d])
      fail(`physician ${d} of territory ${gp.territory[d]} belongs to team ${team} of ${territory[team]}`);
  }
}

function checkProjects(world: World, fail: Fail): void {
  const { stage, leaders, treasury } = world.projects.columns;
  const gp = world.physicians.columns;
  for (let row = 0; row < PROJECT_ROWS; row++) {
    if (stage[row] === NO_PROJECT) continue;
    checkTreasury(`project ${row}`, treasury[row], fail);
    if (!lives(stage[row])) continue;
    for (const id of leaders.subarray(row * MOST_LEADERS, (row + 1) * MOST_LEADERS)) {
      if (id >= 0 && !practises(gp.status[gp.rowOf[id]]))
        fail(`project ${row} is led by GP ${id}, who does not practise`);
    }
  }
  const { gpOrder, gpStart } = world;
  for (const d of gpOrder.subarray(0, gpStart[gpStart.length - 1])) {
    const project = gp.project[d];
    if (project < -1 || project >= PROJECT_ROWS)
      fail(`physician ${d} belongs to row ${project} of the projects`);
    if (project >= 0 && !lives(stage[project]))
      fail(`physician ${d} belongs to project ${project}, which has ended`);
  }
}

function checkFunds({ agencies, supporters, territories, collectivities }: World, fail: Fail): void {
  const { fir } = agencies.columns;
  fir.forEach((left, region) => {
    checkTreasury(`the FIR of région ${region}`, left, fail);
  });
  supporters.columns.ownFunds.forEach((left, row) => {
    checkTreasury(`the own funds of supporter ${row}`, left, fail);
  });
  collectivities.columns.money.forEach((left, row) => {
    checkTreasury(`collectivité ${row}`, left, fail);
  });
  territories.columns.euros.forEach((euros, at) => {
    if (Number.isFinite(euros) && euros >= 0) return;
    const { id } = INSTRUMENTS[at % INSTRUMENT_COUNT];
    fail(`${id} of territory ${Math.floor(at / INSTRUMENT_COUNT)} is ${euros} euros`);
  });
}

function checkTreasury(whose: string, euros: number, fail: Fail): void {
  if (!(Number.isFinite(euros) && euros >= -CENT)) fail(`${whose} holds ${euros} euros`);
}
