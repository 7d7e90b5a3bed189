// One table, as GitHub Markdown or aligned for a terminal. Han characters are two columns wide.

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Lines below the table. */
  readonly notes?: readonly string[];
}

export function renderTable(table: Table, markdown: boolean): string {
  const body = markdown ? markdownTable(table) : alignedTable(table);
  const title = markdown ? `**${table.title}**\n` : table.title;
  const notes = (table.notes ?? []).map((note) => (markdown ? `\n${note}` : `  ${note}`));
  return [title, body, ...notes].join('\n');
}

function markdownTable({ head, rows }: Table): string {
  const rule = head.map((_, i) => (i === 0 ? '---' : '--:'));
  return [head, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function alignedTable({ head, rows }: Table): string {
  const plain = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('**', '')));
  const widths = head.map((_, i) => Math.max(...plain.map((row) => widthOf(row[i] ?? ''))));
  const line = (row: readonly string[]) =>
    row.map((cell, i) => (i === 0 ? cell + pad(cell, widths[i]) : pad(cell, widths[i]) + cell)).join('  ');
  const [first = [], ...rest] = plain;
  return [line(first), widths.map((width) => '─'.repeat(width)).join('  '), ...rest.map(line)].join('\n');
}

function pad(cell: string, width = 0): string {
  return ' '.repeat(Math.max(0, width - widthOf(cell)));
}

function widthOf(text: string): number {
  return [...text].reduce((width, unit) => width + (/[\u2e80-\u9fff\uff00-\uff60]/.test(unit) ? 2 : 1), 0);
}
