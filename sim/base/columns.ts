/**
 * Typed tables: named columns over one SharedArrayBuffer, so that every thread sees the same rows and a
 * snapshot is one copy. The same function makes a table and attaches to one made by another thread.
 */
import { MaillageError } from './errors.js';

const MAGIC = 0x4d414c31; // "MAL1"
const HEADER_BYTES = 16;

/**
 * Bytes of our own kind: Node makes its buffers out of `Uint8Array`, after which V8 looks at every read of one whether it
 * is such a buffer.
 */
class Bytes extends Uint8Array {}

const VIEWS = {
  u8: Bytes,
  i8: Int8Array,
  u16: Uint16Array,
  i16: Int16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f32: Float32Array,
  f64: Float64Array,
} as const;

export type ColumnType = keyof typeof VIEWS;
/** Column name → type, optionally with a width (values per row, stored row by row). */
export type Schema = Record<string, ColumnType | readonly [ColumnType, number]>;

type View<C> = C extends readonly [infer T extends ColumnType, number]
  ? InstanceType<(typeof VIEWS)[T]>
  : C extends ColumnType
    ? InstanceType<(typeof VIEWS)[C]>
    : never;

/** The columns of a schema as typed arrays. */
export type Columns<S extends Schema> = { readonly [K in keyof S]: View<S[K]> };

export interface Table<S extends Schema> {
  readonly schema: S;
  readonly rows: number;
  readonly buffer: SharedArrayBuffer;
  readonly columns: Columns<S>;
}

interface Slot {
  name: string;
  type: ColumnType;
  length: number;
  offset: number;
}

function layout(schema: Schema, rows: number): { slots: Slot[]; bytes: number } {
  const slots = Object.entries(schema).map(([name, spec]) => {
    const [type, width] = typeof spec === 'string' ? [spec, 1] : spec;
    return { name, type, length: rows * width, offset: 0 };
  });
  // Widest type first keeps every column aligned without padding; ties keep the declared order.
  const bySize = [...slots].sort((a, b) => VIEWS[b.type].BYTES_PER_ELEMENT - VIEWS[a.type].BYTES_PER_ELEMENT);
  let offset = HEADER_BYTES;
  for (const slot of bySize) {
    const size = VIEWS[slot.type].BYTES_PER_ELEMENT;
    offset = Math.ceil(offset / size) * size;
    slot.offset = offset;
    offset += slot.length * size;
  }
  return { slots, bytes: Math.ceil(offset / 8) * 8 };
}

/**
 * Makes a table of `rows` rows, or attaches to the buffer of one.
 * @throws MaillageError `internal` when the buffer was made for another schema or number of rows.
 */
export function table<S extends Schema>(schema: S, rows: number, buffer?: SharedArrayBuffer): Table<S> {
  const { slots, bytes } = layout(schema, rows);
  const shared = buffer ?? new SharedArrayBuffer(bytes);
  const header = new Uint32Array(shared, 0, HEADER_BYTES / 4);
  if (buffer === undefined) {
    header[0] = MAGIC;
    header[1] = rows;
    header[2] = slots.length;
  } else if (
    header[0] !== MAGIC ||
    header[1] !== rows ||
    header[2] !== slots.length ||
    buffer.byteLength !== bytes
  ) {
    throw new MaillageError('internal', `a table of ${rows} rows cannot attach to this buffer`, {
      exitCode: 1,
    });
  }
  const view = ({ type, offset, length }: Slot) =>
    new VIEWS[type](shared as unknown as ArrayBuffer, offset, length);
  // Not by assigning one name after another: beyond a dozen V8 would turn the object into a dictionary, slow to read.
  const columns = Object.fromEntries(slots.map((slot) => [slot.name, view(slot)]));
  return { schema, rows, buffer: shared, columns: columns as unknown as Columns<S> };
}

/** Sets every value of a table to zero. */
export function clearTable(buffer: SharedArrayBuffer): void {
  new Uint8Array(buffer, HEADER_BYTES).fill(0);
}
