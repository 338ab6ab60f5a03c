import {chooseFiles, type Offered} from './choose-files.ts'
import {expectation} from './expectation.ts'
import {type FetchContext, FetchError, type Fetcher} from './fetcher.ts'
import {ownNext} from './own-next.ts'
import {fetchFiles} from './shelf/fetch-files.ts'
import {readJson} from './shelf/read-json.ts'

type Node = Record<string, unknown>

const mostPages = 1000

/**
 * Distributions of a dataset in a DCAT catalogue: JSON-LD in any of its shapes (nested, `@graph`, with prefixes or
 * whole names), or data.json of DCAT-US, which has the same words without. A catalogue in pages (`hydra:next`) is
 * followed until the dataset is found.
 */
export const fetchDcat: Fetcher<'dcat'> = async ({catalogue, dataset, distribution}, context) => {
  const offered = await offeredBy(catalogue, dataset, context)
  return fetchFiles(
    chooseFiles(offered, distribution, `The dataset "${dataset}"`).map((file, index) => ({
      name: String(index + 1).padStart(4, '0'),
      asks: [{address: file.address, expect: expectation(context.format)}],
    })),
    context,
  )
}

async function offeredBy(catalogue: string, dataset: string, context: FetchContext): Promise<Offered[]> {
  let address: string | null = catalogue
  let seen = 0
  for (let page = 1; address !== null && page <= mostPages; page++) {
    const json: unknown = await readJson(
      {address, headers: {accept: 'application/ld+json, application/json;q=0.9'}},
      context,
    )
    const nodes = nodesOf(json)
    const byId = new Map(
      nodes.flatMap(node => (idOf(node) && isFull(node) ? [[idOf(node)!, node] as const] : [])),
    )
    // data.json says of a dataset that it is one by where it stands alone.
    const listed = new Set(nodes.flatMap(node => values(node, 'dataset')))
    const datasets = nodes.filter(
      node => (types(node).includes('Dataset') || listed.has(node)) && isFull(node),
    )
    seen += datasets.length
    const found = datasets.find(node => idOf(node) === dataset || texts(node, 'identifier').includes(dataset))
    if (found) return distributionsOf(found, byId, address)
    const next: string | undefined = nodes.filter(isPaged).flatMap(node => texts(node, 'next'))[0]
    address = next === undefined ? null : ownNext(next, address)
  }
  throw new FetchError(
    `The catalogue ${catalogue} has no dataset "${dataset}" among its ${seen}. Name its identifier.`,
  )
}

const distributionsOf = (dataset: Node, byId: Map<string, Node>, base: string): Offered[] =>
  values(dataset, 'distribution').flatMap(value => {
    const node = typeof value === 'string' ? byId.get(value) : (byId.get(idOf(value as Node) ?? '') ?? value)
    if (typeof node !== 'object' || node === null) return []
    const one = node as Node
    const address = texts(one, 'downloadURL')[0] ?? texts(one, 'accessURL')[0]
    if (address === undefined) return []
    return {
      id: idOf(one) ?? texts(one, 'identifier')[0] ?? address,
      name: texts(one, 'title')[0] ?? address,
      formats: [...texts(one, 'format'), ...texts(one, 'mediaType')],
      address: URL.parse(address, base)?.href ?? address,
      changedAt: texts(one, 'modified')[0] ?? texts(one, 'issued')[0] ?? '',
    }
  })

/** Every object in JSON, however deep. Walked without recursion: a catalogue may be as deep as it likes. */
function nodesOf(json: unknown): Node[] {
  const nodes: Node[] = []
  const open: unknown[] = [json]
  while (open.length > 0) {
    const value = open.pop()
    if (Array.isArray(value)) for (const one of value) open.push(one)
    else if (typeof value === 'object' && value !== null) {
      nodes.push(value as Node)
      for (const one of Object.values(value)) if (typeof one === 'object') open.push(one)
    }
  }
  return nodes
}

/** dcat:title, http://purl.org/dc/terms/title and title are one word here. */
const localName = (name: string) => name.replace(/^.*[#/:]/, '')

const values = (node: Node, name: string): unknown[] =>
  Object.entries(node).flatMap(([key, value]) => (localName(key) === name ? [value].flat() : []))

/** Texts of a property: plain, as `@value`, or the address of what it points to. */
const texts = (node: Node, name: string): string[] =>
  values(node, name).flatMap(value => {
    const text =
      typeof value === 'object' && value !== null
        ? ((value as Node)['@value'] ?? (value as Node)['@id'])
        : value
    return typeof text === 'string' && text !== '' ? [text] : []
  })

const idOf = (node: Node): string | null => {
  const id = node['@id'] ?? node.id
  return typeof id === 'string' ? id : null
}

const types = (node: Node): string[] =>
  [node['@type'] ?? node.type].flat().flatMap(type => (typeof type === 'string' ? [localName(type)] : []))

/** Hydra's description of a page of a catalogue. */
const isPaged = (node: Node) =>
  types(node).some(type => type === 'PagedCollection' || type === 'PartialCollectionView')

/** More than a reference to a node that is described elsewhere. */
const isFull = (node: Node) => Object.keys(node).some(key => key !== '@id' && key !== '@type' && key !== 'id')
