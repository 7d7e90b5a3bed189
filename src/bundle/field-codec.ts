// The parts that a format of typed nodes is described with. A codec writes a value and reads it back, so the two
// directions of a format stand in one place and cannot drift apart.
//
//   text      length in bytes as a varint, UTF-8
//   number    a varint
//   choice    one byte: the index into its list of values
//   list      the count as a varint, the items
//   nullable  one byte: 0 for null, or 1 and the value
//   fields    the fields in the order of the description
//   union     one byte: the index into its kinds, then the fields of that kind
//
// The rules the compiler cannot check: choices, fields and kinds are numbered by their order, so append and never
// reorder; and an item of a list takes at least one byte, or a lying count would be believed.

import { type ByteReader, DamagedBytes } from '../base/byte-reader.ts';
import type { ByteWriter } from '../base/byte-writer.ts';

/** Nodes within nodes. The compiler refuses content long before; a reader refuses bytes that claim more. */
const MAX_DEPTH = 64;

export interface Codec<Value> {
  write(writer: ByteWriter, value: Value, depth: number): void;
  read(reader: ByteReader, depth: number): Value;
}

export const text: Codec<string> = {
  write: (writer, value) => writer.text(value),
  read: (reader) => reader.text(),
};

export const number: Codec<number> = {
  write: (writer, value) => writer.varint(value),
  read: (reader) => reader.varint(),
};

/** Text that `parse` accepts. What it refuses was not written by this module. */
export function parsed<Value extends string>(parse: (text: string) => Value | undefined): Codec<Value> {
  return {
    write: (writer, value) => writer.text(value),
    read(reader) {
      const start = reader.offset;
      const value = parse(reader.text());
      if (value === undefined) throw new DamagedBytes('text of another form', start);
      return value;
    },
  };
}

/** One of at most 256 values, by its place in the list. */
export function choice<Value>(values: readonly Value[]): Codec<Value> {
  return {
    write(writer, value) {
      const index = values.indexOf(value);
      if (index < 0) throw new RangeError(`not one of the values: ${String(value)}`);
      writer.u8(index);
    },
    read(reader) {
      const start = reader.offset;
      const index = reader.u8();
      const value = values[index];
      if (value === undefined) throw new DamagedBytes(`a choice of ${index}`, start);
      return value;
    },
  };
}

export const flag = choice([false, true]);

export function list<Item>(item: Codec<Item>): Codec<readonly Item[]> {
  return {
    write(writer, value, depth) {
      writer.varint(value.length);
      for (const each of value) item.write(writer, each, depth);
    },
    read: (reader, depth) => Array.from({ length: reader.count() }, () => item.read(reader, depth)),
  };
}

export function nullable<Value>(codec: Codec<Value>): Codec<Value | null> {
  return {
    write(writer, value, depth) {
      flag.write(writer, value !== null, depth);
      if (value !== null) codec.write(writer, value, depth);
    },
    read: (reader, depth) => (flag.read(reader, depth) ? codec.read(reader, depth) : null),
  };
}

export function fields<Value extends object>(
  codecs: { readonly [Key in keyof Value]-?: Codec<Value[Key]> },
): Codec<Value> {
  const keys = Object.keys(codecs) as (keyof Value)[];
  return {
    write(writer, value, depth) {
      for (const key of keys) codecs[key].write(writer, value[key], depth);
    },
    read(reader, depth) {
      const value: Partial<Value> = {};
      for (const key of keys) value[key] = codecs[key].read(reader, depth);
      return value as Value;
    },
  };
}

type Kinds<Union extends { readonly kind: string }> = {
  readonly [Kind in Union['kind']]: Codec<Omit<Extract<Union, { readonly kind: Kind }>, 'kind'>>;
};

/** A union by its `kind`. One level deeper than what holds it: that is what bounds the recursion. */
export function union<Union extends { readonly kind: string }>(describe: () => Kinds<Union>): Codec<Union> {
  let kinds: Record<string, Codec<object>> | undefined;
  const codecOf = (kind: string) => {
    kinds ??= describe() as Record<string, Codec<object>>;
    const names = Object.keys(kinds);
    return { index: names.indexOf(kind), names, codecs: kinds };
  };
  return {
    write(writer, value, depth) {
      if (depth >= MAX_DEPTH) throw new RangeError(`nodes nested more than ${MAX_DEPTH} deep`);
      const { index, codecs } = codecOf(value.kind);
      writer.u8(index);
      codecs[value.kind]?.write(writer, value, depth + 1);
    },
    read(reader, depth) {
      const start = reader.offset;
      if (depth >= MAX_DEPTH) throw new DamagedBytes(`nodes nested more than ${MAX_DEPTH} deep`, start);
      const { names, codecs } = codecOf('');
      const kind = names[reader.u8()] ?? '';
      const codec = codecs[kind];
      if (codec === undefined) throw new DamagedBytes('a node of no known kind', start);
      return { kind, ...codec.read(reader, depth + 1) } as Union;
    },
  };
}
