import {mkdirSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {CsvFile, type CsvStyle} from './csv-file.ts'
import {GeoJsonFile} from './geojson-file.ts'
import {OutFile, type Written} from './out-file.ts'
import {TextFile} from './text-file.ts'

/** Said at the head of every file whose format has a place for it. */
export const generatedNote =
  'Pryklad is an invented city. Everything in this file was generated; nothing in it is real. ' +
  'Приклад – вигадане місто. Усе в цьому файлі згенеровано, справжнього тут немає нічого.'

/** Where a chapter puts its files: names are below the city's folder. Every file must be closed with `done`. */
export class Outbox {
  #folder: string
  #open = new Set<string>()
  #written: Written[] = []
  #onFile: (file: Written) => void

  constructor(folder: string, onFile: (file: Written) => void = () => {}) {
    this.#folder = folder
    this.#onFile = onFile
  }

  file(path: string): OutFile {
    mkdirSync(dirname(join(this.#folder, path)), {recursive: true})
    this.#open.add(path)
    return new OutFile(this.#folder, path)
  }

  csv(path: string, header: readonly string[], style?: CsvStyle): CsvFile {
    return new CsvFile(this.file(path), header, style)
  }

  text(path: string): TextFile {
    return new TextFile(this.file(path))
  }

  geojson(path: string, name: string): GeoJsonFile {
    return new GeoJsonFile(this.file(path), name, generatedNote)
  }

  /** Closes a file and enters it into the manifest. */
  done(file: {close(): Written}): void {
    const written = file.close()
    this.#open.delete(written.path)
    this.#written.push(written)
    this.#onFile(written)
  }

  /** All files, closed. @throws Error naming one that was left open */
  finish(): Written[] {
    if (this.#open.size > 0) throw new Error(`Not closed: ${[...this.#open].join(', ')}.`)
    return this.#written
  }
}
