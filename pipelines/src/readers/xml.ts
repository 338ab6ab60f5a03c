import {NoRows} from './no-rows.ts'
import {type Reader, SourceError} from './reader.ts'
import {RowFile} from './rows/row-file.ts'
import {elementCells} from './xml/element-cells.ts'
import {readXml} from './xml/read-xml.ts'

/** How many of the elements that are there a message names. */
const namesShown = 12

/**
 * XML such as Open311's answers: a row for each element `record` (a name, or a dotted path from the root), a column for
 * each text in it. Elements within elements become dotted columns, attributes `@name`, what comes several times a JSON
 * list; an empty element is an empty cell. Prefixes of names count for nothing.
 */
export const readXmlRecords: Reader<'xml'> = async (file, {record}, context) => {
  const {address} = file
  const wanted = record.split('.').map(name => name.slice(name.indexOf(':') + 1))
  const seen = new Set<string>()
  const rows = await RowFile.in(context, file)
  try {
    let isFull = false
    await readXml(file, {
      isWanted: path => {
        if (seen.size < namesShown) seen.add(path.join('.'))
        return wanted.length === 1
          ? path.at(-1) === wanted[0]
          : path.length === wanted.length && path.every((name, index) => name === wanted[index])
      },
      onElement: element => {
        isFull = rows.add(elementCells(element))
      },
      onPiece: async () => {
        if (isFull) await rows.flush()
        isFull = false
      },
    })
    if (rows.rows > 0) return await rows.read()
    // An answer without records is its root alone.
    if (seen.size <= 1 && seen.values().next().value === wanted[0])
      throw new NoRows(`${address} holds no <${wanted.at(-1)}>.`)
    if (seen.size === 1 && wanted.length === 1) throw new NoRows(`${address} holds no <${record}>.`)
    throw new SourceError(`${address} has no element "${record}". It has ${[...seen].join(', ')}.`)
  } catch (error) {
    await rows.close()
    throw error
  }
}
