import {basename, extname, join} from 'node:path'
import type {FastifyPluginAsyncTypebox} from '@fastify/type-provider-typebox'
import {Type} from 'typebox'
import {AsOfQuery} from '../contract/index.ts'
import {ApiError} from '../errors.ts'
import {lease} from '../http/lease.ts'
import {sendFile} from '../http/send-file.ts'
import {sendTileJson} from '../http/send-tile-json.ts'
import type {ReleaseReader} from '../release/release-reader.ts'
import {withProblems} from './with-problems.ts'

const mediaTypes: Record<string, string> = {
  '.b3dm': 'application/octet-stream',
  '.bin': 'application/octet-stream',
  '.geojson': 'application/geo+json',
  '.glb': 'model/gltf-binary',
  '.gltf': 'model/gltf+json',
  '.jpg': 'image/jpeg',
  '.json': 'application/json; charset=utf-8',
  '.ktx2': 'image/ktx2',
  '.mvt': 'application/vnd.mapbox-vector-tile',
  '.png': 'image/png',
  '.subtree': 'application/octet-stream',
  '.terrain': 'application/vnd.quantized-mesh',
  '.webp': 'image/webp',
}

/**
 * Files that belong to the release: `/tiles/…` and `/terrain/…`. Only what the manifest lists is there, so that no
 * address leads out of the release. All go as they are but a TileJSON, `tiles.json`, whose tiles get whole addresses.
 */
export const artefactRoutes: FastifyPluginAsyncTypebox<{reader: ReleaseReader}> = async (app, {reader}) => {
  for (const folder of ['tiles', 'terrain'])
    app.get(
      `/${folder}/*`,
      {
        schema: {
          operationId: `get${folder === 'tiles' ? 'Tile' : 'Terrain'}`,
          summary: `A file of the release's ${folder}`,
          ...(folder === 'tiles' && {
            description:
              '{city}/map/vector/tiles.json is the TileJSON of a city’s base map as vector tiles, with whole addresses.',
          }),
          tags: ['files'],
          params: Type.Object({'*': Type.String()}),
          querystring: AsOfQuery,
          response: withProblems({
            '2xx': {description: 'The file, or the range of it that was asked for', content: fileContent},
          }),
        },
      },
      async (request, reply) => {
        const release = await lease(reader, reply, request.query.as_of)
        const path = `${folder}/${request.params['*']}`
        const artefact = release.artefacts.get(path)
        if (!artefact)
          throw new ApiError('FILE_NOT_FOUND', `The release has no file "${path.slice(0, 200)}".`)
        const file = {
          ...artefact,
          path: join(release.folder, path),
          mediaType: mediaTypes[extname(path)] ?? 'application/octet-stream',
        }
        return basename(path) === 'tiles.json'
          ? sendTileJson(request, reply, file, {address: `/${path}`, asOf: request.query.as_of})
          : sendFile(request, reply, file)
      },
    )
}

const fileContent = {'application/octet-stream': {schema: Type.String({format: 'binary'})}}
