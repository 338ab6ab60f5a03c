import {isUtf8} from 'node:buffer'
import {usualCodePage} from './text-encoding.ts'

const other = new TextDecoder(usualCodePage)

/** Bytes as a text to be read by people: what is not UTF-8 is taken for the usual code page. */
export const textOf = (bytes: Buffer): {text: string; isBroken: boolean} =>
  isUtf8(bytes)
    ? {text: bytes.toString('utf8'), isBroken: false}
    : {text: other.decode(bytes), isBroken: true}
