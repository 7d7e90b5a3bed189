// Reads back a PDF that Chromium wrote: its pages and the words on them. Only what Skia writes: plain objects, streams in
// Flate, two-byte glyph numbers with a /ToUnicode map for each font.

import { inflateSync } from 'node:zlib';

export interface PdfPage {
  /** Millimetres, rounded. */
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

const MM_PER_POINT = 25.4 / 72;

export function readPdf(bytes: Buffer): PdfPage[] {
  const objects = readObjects(bytes.toString('latin1'));
  const streamOf = (id: string) => inflate(objects.get(id) ?? '');
  const pages: PdfPage[] = [];
  for (const object of objects.values()) {
    const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(object);
    const contents = /\/Contents (\d+) 0 R/.exec(object)?.[1];
    if (!/\/Type \/Page\b(?!s)/.test(object) || box === null || contents === undefined) continue;
    const fonts = new Map<string, Map<number, string>>();
    for (const [, name = '', id = ''] of object.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1];
      if (map !== undefined) fonts.set(name, readGlyphs(streamOf(map)));
    }
    const millimetres = (points: string | undefined) => Math.round(Number(points) * MM_PER_POINT);
    pages.push({
      width: millimetres(box[1]),
      height: millimetres(box[2]),
      text: readText(streamOf(contents), fonts),
    });
  }
  return pages;
}

function readObjects(file: string): Map<string, string> {
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    objects.set(id, body);
  }
  return objects;
}

function inflate(object: string): string {
  const start = object.indexOf('stream\n') + 'stream\n'.length;
  const length = Number(/\/Length (\d+)/.exec(object)?.[1]);
  const stream = object.slice(start, start + length);
  return object.includes('/FlateDecode')
    ? inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')
    : stream;
}

/** Glyph number → text, from a CMap. */
function readGlyphs(map: string): Map<number, string> {
  const glyphs = new Map<number, string>();
  const hex = (text: string | undefined) => Number.parseInt(text ?? '', 16);
  for (const [block] of map.matchAll(/beginbfchar[\s\S]*?endbfchar/g)) {
    for (const [, glyph, text = ''] of block.matchAll(/<(\w+)> <(\w+)>/g)) {
      const units = (text.match(/.{4}/g) ?? []).map(hex);
      glyphs.set(hex(glyph), String.fromCharCode(...units));
    }
  }
  for (const [block] of map.matchAll(/beginbfrange[\s\S]*?endbfrange/g)) {
    for (const [, first, last, text] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      for (let i = 0; i <= hex(last) - hex(first); i++) {
        glyphs.set(hex(first) + i, String.fromCharCode(hex(text) + i));
      }
    }
  }
  return glyphs;
}

/** One line of text for each piece that is shown at once. */
function readText(content: string, fonts: Map<string, Map<number, string>>): string {
  let glyphs = new Map<number, string>();
  let text = '';
  for (const [token, font, shown] of content.matchAll(
    /\/(F\d+) [\d.]+ Tf|(\[[^\]]*\] TJ|<\w+> Tj)|\bET\b/g,
  )) {
    if (font !== undefined) glyphs = fonts.get(font) ?? new Map();
    else if (shown === undefined) text += token === 'ET' ? '\n' : '';
    else {
      for (const [, run = ''] of shown.matchAll(/<(\w+)>/g)) {
        for (const glyph of run.match(/.{4}/g) ?? []) text += glyphs.get(Number.parseInt(glyph, 16)) ?? '?';
      }
    }
  }
  return text;
}
