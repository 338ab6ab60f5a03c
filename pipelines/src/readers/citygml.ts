import {finding} from '../findings.ts'
import {type ConvertedObject, convertCityObject} from './citygml/city-object.ts'
import {type Reader, SourceError} from './reader.ts'
import {cityRow, headerOf} from './rows/city-row.ts'
import {RowFile} from './rows/row-file.ts'
import {readXml, type XmlElement} from './xml/read-xml.ts'

/** Systems that name the latitude first, where they are written as a URN or an address. */
const latitudeFirst =
  /^(urn:ogc:def:crs[:,]|https?:\/\/www\.opengis\.net\/(def\/crs|gml\/srs)).*\D(4326|4979|4258|4937|4269|5561|6668|6697)\b/i

/**
 * CityGML 1.0, 2.0 and 3.0 as the rows of `cityjson.ts`: one per building (or what else `types` names) that is no part of
 * another, with its solids and surfaces, parts, outer installations and attributes; looks and insides are left out.
 * Streaming: memory is that of one building, so links are followed within it. The coordinate system is handed on as the
 * file names it; vertices are the published numbers, longitude first.
 */
export const readCityGml: Reader<'citygml'> = async (file, {types, crs}, context) => {
  const {address} = file
  const wanted = new Set(types)
  const present = new Set<string>()
  let named: string | null = null
  let [faults, objects] = [0, 0]
  const faulty: {object: number; example: string}[] = []
  let isFull = false
  const rows = await RowFile.in(context, file, 'attributes')
  const add = (element: XmlElement) => {
    const system = crs ?? named ?? srsNameIn(element)
    if (system === null)
      throw new SourceError(
        `${address} names no coordinate system. Declare it: format: {kind: 'citygml', types, crs: 'EPSG:25832'}.`,
      )
    named ??= system
    let object: ConvertedObject
    try {
      object = convertCityObject(
        element,
        element.attributes.id ?? `${element.name}-${objects + 1}`,
        latitudeFirst.test(named),
      )
    } catch (error) {
      if (error instanceof SourceError) throw error
      rows.reject(
        'broken_line',
        element.line,
        `${element.name} ${element.attributes.id ?? ''}: ${(error as Error).message}`,
      )
      return
    }
    objects++
    faults += object.faults.length
    if (object.faults[0]) faulty.push({object: objects, example: object.faults[0]})
    const header = headerOf({version: '2.0', referenceSystem: system})
    isFull = rows.add(cityRow(object, header)) || isFull
  }
  try {
    await readXml(file, {
      isWanted: (path, attributes) => {
        if (attributes.srsName !== undefined) named ??= attributes.srsName
        const name = path.at(-1)!
        if (path.length === 3 && /member$/i.test(path[1]!)) present.add(name)
        return path.length === 3 && wanted.has(name)
      },
      onElement: add,
      onPiece: async () => {
        if (isFull) await rows.flush()
        isFull = false
      },
    })
    if (rows.rows + rows.setAside.length === 0)
      throw new SourceError(
        `${address} has no ${types.join(' or ')}. It has ${[...present].join(', ') || 'no city objects'}.`,
      )
    if (faults > 0)
      rows.findings.push(
        finding('type', {
          column: 'feature',
          count: faults,
          rows: faulty.map(({object}) => object),
          example: faulty[0]!.example,
        }),
      )
    return await rows.read()
  } catch (error) {
    await rows.close()
    throw error
  }
}

function srsNameIn(element: XmlElement): string | null {
  if (element.attributes.srsName !== undefined) return element.attributes.srsName
  for (const child of element.children) {
    const found = srsNameIn(child)
    if (found !== null) return found
  }
  return null
}
