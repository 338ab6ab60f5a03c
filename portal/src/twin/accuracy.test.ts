import {expect, test} from 'vitest'
import {accuracyText} from './accuracy.ts'

test('how far off places and heights may be is said in the page’s language, and nothing where nothing is lost', () => {
  const hague = {placeErrorMetres: 0.2, heightErrorMetres: 0.02}
  expect(accuracyText(hague, 'en')).toBe('Accuracy: places ± 0.2 m, heights ± 0.02 m')
  expect(accuracyText(hague, 'uk')).toBe('Точність: місця ± 0,2 м, висоти ± 0,02 м')
  expect(accuracyText({placeErrorMetres: 0, heightErrorMetres: 1}, 'en')).toBe('Accuracy: heights ± 1 m')
  expect(accuracyText({placeErrorMetres: 0, heightErrorMetres: 0}, 'en')).toBeNull()
  expect(accuracyText({}, 'en')).toBeNull()
})

test('a stated constant has its error; where no geoid is stated, that is said', () => {
  // A town of Austria by its geoid: the levels in use differ from that by up to half a metre, as their publisher says.
  expect(accuracyText({placeErrorMetres: 1.5, heightErrorMetres: 0.5}, 'en')).toBe(
    'Accuracy: places ± 1.5 m, heights ± 0.5 m',
  )
  expect(accuracyText({placeErrorMetres: 0, heightErrorMetres: null}, 'en')).toBe(
    'Accuracy: the error of heights is not known',
  )
})
