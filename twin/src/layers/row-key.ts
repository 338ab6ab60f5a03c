import type {Layer} from './layer.ts'

/** The columns that name a row of a layer within its city. */
export const keyColumns = ({key, keyBeside = []}: Pick<Layer, 'key' | 'keyBeside'>): string[] => [
  key,
  ...keyBeside,
]

/** The values of a row's key columns as one text: a single one as it is, several with a slash between them. */
export const rowKey = (values: unknown[]): string =>
  values.length === 1 ? String(values[0]) : values.map(value => escapePart(String(value))).join('/')

/** The values a row key was made of, as texts. */
export const keyParts = (layer: Pick<Layer, 'key' | 'keyBeside'>, key: string): string[] =>
  layer.keyBeside?.length ? key.split('/').map(unescapePart) : [key]

const escapePart = (text: string) => text.replaceAll('%', '%25').replaceAll('/', '%2F')
const unescapePart = (text: string) => text.replaceAll('%2F', '/').replaceAll('%25', '%')
