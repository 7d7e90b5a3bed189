// A case goes with the ticks that were kept for it, in one step.

import { type Incident, incidentKind } from '../journal/incident.ts';
import type { Journal } from '../journal/journal.ts';
import { stepProgressKind } from '../journal/step-progress.ts';

/** True when it is off the disk. */
export function removeCase(journal: Journal, incident: Incident): Promise<boolean> {
  const ticks = journal.list(`${stepProgressKind.prefix}${incident.number}/`);
  return journal.putAll([], [incidentKind.record(incident).key, ...ticks.map((record) => record.key)]);
}
