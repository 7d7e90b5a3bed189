// Reads back what was handed over: the report's text, or the line of its QR code, whichever is there.

import type { Result } from '../base/result.ts';
import type { Incident } from './incident.ts';
import { parseReportLine } from './report-line.ts';
import { parseReportText, type ReportProblem } from './report-text.ts';

/** UTF-16 units looked at. */
const TEXT_LIMIT = 100_000;

export function parseReport(text: string): Result<Incident, ReportProblem> {
  const start = text.slice(0, TEXT_LIMIT);
  const report = parseReportText(start);
  return report.ok || report.problem.kind !== 'not-a-report' ? report : parseReportLine(start);
}
