import type {FastifyPluginAsyncTypebox} from '@fastify/type-provider-typebox'
import {FiscalDataPackage, FiscalDataPackageQuery, paths, ref} from '../../contract/index.ts'
import {ApiError} from '../../errors.ts'
import {etagOf, isNotModified} from '../../http/etag.ts'
import {lease} from '../../http/lease.ts'
import type {ReleaseReader} from '../../release/release-reader.ts'
import {withProblems} from '../../routes/with-problems.ts'
import {describePackage} from './describe-package.ts'

/** The budget of a city as a Fiscal Data Package: `/api/v1/datapackage.json`. */
export const fiscalDataPackageRoutes: FastifyPluginAsyncTypebox<{reader: ReleaseReader}> = async (
  app,
  {reader},
) => {
  app.get(
    paths.fiscalDataPackage,
    {
      schema: {
        operationId: 'getFiscalDataPackage',
        summary: 'The budget of a city as a Fiscal Data Package 1.0',
        tags: ['catalogue'],
        querystring: FiscalDataPackageQuery,
        response: withProblems({200: ref(FiscalDataPackage)}),
      },
    },
    async (request, reply) => {
      const release = await lease(reader, reply, request.query.as_of)
      const {cities} = release.manifest
      const asked = request.query.city
      const city =
        asked === undefined ? cities.find(({is_home}) => is_home) : cities.find(({id}) => id === asked)
      if (!city)
        throw new ApiError(
          'INVALID_PARAMETER',
          `There is no city "${asked?.slice(0, 50)}". Cities: ${cities.map(({id}) => id).join(', ')}.`,
        )
      const described = describePackage(release.manifest, city)
      if (!described) throw new ApiError('TABLE_NOT_FOUND', 'This release has no table of the budget.')
      if (isNotModified(request, reply, etagOf(release, 'fiscal data package', city.id))) return reply
      return described
    },
  )
}
