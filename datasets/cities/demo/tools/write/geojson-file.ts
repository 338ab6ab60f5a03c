import type {OutFile, Written} from './out-file.ts'
import {TextFile} from './text-file.ts'

export type Geometry = {type: string; coordinates: unknown}

/** A GeoJSON FeatureCollection in WGS 84, one feature a line. `describe` becomes a member of its own. */
export class GeoJsonFile {
  #text: TextFile
  #isFirst = true

  constructor(file: OutFile, name: string, describe: string) {
    this.#text = new TextFile(file)
    this.#text.write(
      `{"type":"FeatureCollection","name":${JSON.stringify(name)},"description":${JSON.stringify(describe)},"features":[\n`,
    )
  }

  feature(properties: Record<string, unknown>, geometry: Geometry | null): void {
    this.#text.write(
      `${this.#isFirst ? '' : ',\n'}${JSON.stringify({type: 'Feature', properties, geometry})}`,
    )
    this.#isFirst = false
    this.#text.count()
  }

  close(): Written {
    this.#text.write('\n]}\n')
    return this.#text.close()
  }
}
