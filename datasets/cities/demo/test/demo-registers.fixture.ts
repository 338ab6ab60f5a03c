import type {Chapter} from '../chapter.ts'
import {makeScope} from '../scope.ts'
import {Outbox} from '../tools/write/outbox.ts'
import {appeals} from '../topics/appeals/appeals.chapter.ts'
import {interventions} from '../topics/interventions/interventions.chapter.ts'
import {petitions} from '../topics/petitions/petitions.chapter.ts'
import {streets} from '../topics/streets/streets.chapter.ts'
import {demoOptions} from './demo-sources.fixture.ts'

/**
 * Writes half of what the demo city's people report, sign and are promised, and its streets, and nothing else of the city:
 * some of what is hidden there drowns in a twentieth.
 */
export function writeDemoRegisters(folder: string): void {
  const scope = makeScope({...demoOptions, scale: 0.5})
  const ground = scope.ground()
  const outbox = new Outbox(folder)
  const chapters: Chapter[] = [appeals, interventions, petitions, streets]
  for (const chapter of chapters) chapter.write({...scope, ground: () => ground}, outbox)
  outbox.finish()
}
