import type {Fetched} from '../fetcher.ts'
import type {Kept, Shelf} from './open-shelf.ts'

/** What the readers are told of a file on the shelf. */
export const asFetched = (shelf: Shelf, {name, address, etag, lastModified}: Kept): Fetched => ({
  path: shelf.path(name),
  address,
  ...(etag ? {etag} : {}),
  ...(lastModified ? {lastModified} : {}),
})
