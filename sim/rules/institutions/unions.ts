/**
 * Unions: how much a supporter counts, from what it has brought about, and how united it is after each election.
 *
 * Projects carried and signed give legitimacy, legitimacy gives days and votes (reinforcing loop told by two InterURPS,
 * Gauthier 2021); the majority after an election may unite or divide (Gauthier 2021). A draw of the election belongs to the
 * région, and moves log-odds: an organisation that is wholly united stays so. Where the slot that sits in the commission
 * holds most supported projects, the others are pushed out in fact (drift, Ménard 2024); off unless a parameter says so.
 * Leaves out: lists, programmes, who sits where.
 */
import { normalQuantile } from '../../base/distributions.js';
import { type DrawKey, draw, drawKey, streamId, unit } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { SLOTS } from '../../world/teams/institutions.js';
import type { World } from '../../world/world.js';
import type { Rule, RunningRule } from '../rule.js';
import { type UnitySettings, unitySettings } from './settings.js';

const UNITY = streamId('unions.unity');

export const unions: Rule = {
  name: 'unions',
  reads: ['supporters.carried', 'supporters.carriedSigned'],
  writes: ['supporters.strength', 'supporters.unity', 'agencies.dominance', 'agencies.drift'],
  open: openUnions,
};

function openUnions(world: World, parameters: Parameters, run: DrawKey): RunningRule {
  return {
    serial(month) {
      const settings = unitySettings(parameters, month);
      if (month === world.size.startMonth) world.supporters.columns.strength.fill(1);
      moveStrength(world, settings);
      setUnity(world, settings, drawKey(run, UNITY, month));
      moveDominance(world, settings);
    },
  };
}

/** Legitimacy goes towards 1 plus what signing more often than others is worth, between a half and one and a half. */
function moveStrength({ supporters }: World, { feedback, inertia }: UnitySettings): void {
  const { strength, carried, carriedSigned } = supporters.columns;
  let all = 0;
  let signed = 0;
  for (let row = 0; row < supporters.rows; row++) {
    all += carried[row];
    signed += carriedSigned[row];
  }
  const mean = all > 0 ? signed / all : 0;
  for (let row = 0; row < supporters.rows; row++) {
    const success = carried[row] > 0 ? carriedSigned[row] / carried[row] : mean;
    const aim = Math.min(1 + 0.5, Math.max(0.5, 1 + feedback * (success - mean)));
    strength[row] += (aim - strength[row]) / inertia;
  }
}

/** Unity is what the parameter says, moved by the last election. */
function setUnity(world: World, settings: UnitySettings, key: DrawKey): void {
  const { unity, election, strength } = world.supporters.columns;
  const { regions } = world.geography;
  for (let r = 0; r < regions.length; r++) {
    const z = normalQuantile(unit(draw(key.a, key.b, streamId(regions[r].code))));
    for (let slot = 0; slot < SLOTS; slot++) {
      const row = r * SLOTS + slot;
      if (settings.election) election[row] = settings.spread * z + Math.log(strength[row]);
      unity[row] = tilted(settings.unity[slot][r], election[row]);
    }
  }
}

/** A share moved by so many log-odds: nothing and everything stay where they are. */
export function tilted(share: number, logOdds: number): number {
  return share / (share + (1 - share) * Math.exp(-logOdds));
}

function moveDominance({ agencies, supporters }: World, settings: UnitySettings): void {
  const { dominance, drift } = agencies.columns;
  const { carried } = supporters.columns;
  for (let r = 0; r < agencies.rows; r++) {
    let all = 0;
    for (let slot = 0; slot < SLOTS; slot++) all += carried[r * SLOTS + slot];
    const seated = settings.seat[r] - 1;
    const share = seated >= 0 && all > 0 ? carried[r * SLOTS + seated] / all : 0;
    dominance[r] += (share - dominance[r]) / settings.inertia;
    const above =
      Math.max(0, dominance[r] - settings.driftFrom) / Math.max(1 - settings.driftFrom, Number.EPSILON);
    drift[r] = settings.drift[r] * Math.min(1, above);
  }
}
