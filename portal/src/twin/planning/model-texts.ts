import type {ModelFaultCode, ModelNoteCode} from '@hromada/twin/planning'

/** Everything planning says of models from files. */
export const modelTexts = {
  uk: {
    title: 'Модель із файлу',
    reading: (file: string) => `Читаємо ${file}…`,
    size: (file: string, format: string, unit: string, size: string, triangles: string) =>
      `${file}: ${format}, одиниця довжини ${unit}, розміри ${size} м, трикутників ${triangles}. Масштаб не змінюється.`,
    storeysOf: {
      file: 'Поверхи – з файлу.',
      height: 'Поверхів у файлі немає: рахуємо по 3 м.',
    },
    volumeOf: {
      bodies: 'Об’єм – точний, за замкненими поверхнями.',
      envelope: 'Поверхні не замкнено або це стіни й перекриття: об’єм – усе під дахом.',
    },
    placed: {
      crs: (crs: string) => `Місце – з файлу, система координат ${crs}.`,
      'map-conversion': (crs: string) => `Місце – з файлу: IfcMapConversion, ${crs}.`,
      site: (_: string) => 'Місце – з файлу: широта й довгота ділянки, істинна північ.',
    },
    byHand: 'Файл не каже, де стоїть будівля: її поставлено в середині погляду.',
    stands: (above: string, isHigher: boolean | null) =>
      isHigher === null
        ? 'Рівень землі будівлі – на найнижчій землі під контуром.'
        : `Рівень землі будівлі – на ${above} м ${isHigher ? 'вище' : 'нижче'} від найнижчої землі під контуром.`,
    raise: 'Поле «Над землею» піднімає чи опускає.',
    above: 'Над землею, м',
    height: {
      said: (file: string, datum: string, ground: string, apart: string | null, isHigher: boolean) =>
        `За файлом рівень землі будівлі – на висоті ${file} м (${datum}), а земля тут – на ${ground} м${
          apart === null ? '' : `: за файлом на ${apart} м ${isHigher ? 'вище' : 'нижче'}`
        }.`,
      isOnGround: 'Будівлю поставлено на землю.',
      isRaised: 'Будівлю поставлено на висоту з файлу.',
      overSea: 'над рівнем моря',
      noDatum: 'систему висот файл не називає',
      take: 'Поставити на висоту з файлу',
      lower: 'Поставити на землю',
    },
    missing: (file: string, hash: string) =>
      `Модель ${file} завелика для посилання, у ньому лише її контур, висота й відбиток файлу. Числа – за контуром. Відкрийте файл (SHA-256 ${hash}…), щоб рахувати за моделлю.`,
    notInLink: (files: string) =>
      `Посилання не вміщує модель: ${files}. Хто відкриє його, побачить контур і висоту й попросить файл; збережений файл пропозиції містить модель цілком.`,
    found: (file: string) => `Модель ${file} стала на своє місце.`,
    nudge: 'Рухати',
    nudges: {
      north: 'На північ на 1 м',
      south: 'На південь на 1 м',
      west: 'На захід на 1 м',
      east: 'На схід на 1 м',
      left: 'Повернути ліворуч на 5°',
      right: 'Повернути праворуч на 5°',
    },
    notes: {
      CRS_UNKNOWN: 'Система координат файлу невідома, поставте будівлю самі:',
      NO_CRS: 'У файлі немає географічної прив’язки.',
      SCALE_TAKEN_FROM_UNITS:
        'Масштаб IfcMapConversion не відповідає одиницям файлу; взято одиниці. У файлі:',
      SCALE_WRONG: 'Масштаб IfcMapConversion розтягнув би будівлю, прив’язку не взято. У файлі:',
      LEFT_OUT: 'Не враховано, бо це не будівля:',
      FAR_AWAY: 'За прив’язкою файлу будівля стоїть далеко від міста, км:',
    } as Record<ModelNoteCode, string>,
    faults: {
      FILE_TOO_LARGE: 'Файл завеликий.',
      UNKNOWN_FORMAT: 'Читаємо GeoJSON, glTF і GLB, CityJSON та IFC.',
      BROKEN: 'Файл пошкоджено.',
      EXTERNAL_FILE:
        'Файл посилається на інші файли, а їх не беруть. Збережіть модель одним файлом (GLB). Посилання:',
      UNSUPPORTED: 'Цього у файлі не читаємо:',
      NO_SURFACES: 'У файлі немає поверхонь будівлі.',
      TOO_MANY_TRIANGLES: 'Модель задокладна.',
      WRONG_SIZE:
        'Розмір не схожий на будівлю; масштаб ми не змінюємо. Перевірте одиниці (glTF – завжди метри):',
    } as Record<ModelFaultCode, string>,
  },
  en: {
    title: 'A model from a file',
    reading: (file: string) => `Reading ${file}…`,
    size: (file: string, format: string, unit: string, size: string, triangles: string) =>
      `${file}: ${format}, unit of length ${unit}, ${size} m, ${triangles} triangles. Its scale is not changed.`,
    storeysOf: {
      file: 'Storeys are the file’s.',
      height: 'The file has no storeys: 3 m are taken for one.',
    },
    volumeOf: {
      bodies: 'The volume is exact, by closed surfaces.',
      envelope: 'Surfaces are open, or walls and slabs: the volume is all below the roof.',
    },
    placed: {
      crs: (crs: string) => `Its place is the file’s, coordinate system ${crs}.`,
      'map-conversion': (crs: string) => `Its place is the file’s: IfcMapConversion, ${crs}.`,
      site: (_: string) => 'Its place is the file’s: latitude and longitude of the site, true north.',
    },
    byHand: 'The file does not say where the building stands: it was put in the middle of the view.',
    stands: (above: string, isHigher: boolean | null) =>
      isHigher === null
        ? 'Its ground level is on the lowest ground at its outline.'
        : `Its ground level is ${above} m ${isHigher ? 'above' : 'below'} the lowest ground at its outline.`,
    raise: '“Above the ground” raises or sinks it.',
    above: 'Above the ground, m',
    height: {
      said: (file: string, datum: string, ground: string, apart: string | null, isHigher: boolean) =>
        `By the file its ground level is at ${file} m (${datum}), and the terrain here is at ${ground} m${
          apart === null ? '' : `: the file has it ${apart} m ${isHigher ? 'higher' : 'lower'}`
        }.`,
      isOnGround: 'It was set on the terrain.',
      isRaised: 'It was set at the file’s height.',
      overSea: 'above sea level',
      noDatum: 'the file names no vertical datum',
      take: 'Set at the file’s height',
      lower: 'Set on the ground',
    },
    missing: (file: string, hash: string) =>
      `The model ${file} is too large for a link, which has only its outline, height and the file’s fingerprint. The numbers are the outline’s. Open the file (SHA-256 ${hash}…) to reckon with the model.`,
    notInLink: (files: string) =>
      `The link cannot hold the model: ${files}. Whoever opens it sees outline and height and is asked for the file; a saved proposal file holds all of it.`,
    found: (file: string) => `The model ${file} has taken its place.`,
    nudge: 'Move',
    nudges: {
      north: '1 m to the north',
      south: '1 m to the south',
      west: '1 m to the west',
      east: '1 m to the east',
      left: 'Turn left by 5°',
      right: 'Turn right by 5°',
    },
    notes: {
      CRS_UNKNOWN: 'The file’s coordinate system is not known, place the building yourself:',
      NO_CRS: 'The file has no georeference.',
      SCALE_TAKEN_FROM_UNITS:
        'The scale of IfcMapConversion does not fit the file’s units; the units were taken. It says:',
      SCALE_WRONG:
        'The scale of IfcMapConversion would stretch the building, so the georeference was not taken. It says:',
      LEFT_OUT: 'Left out, being no building:',
      FAR_AWAY: 'By the file’s georeference the building stands far from the city, km:',
    },
    faults: {
      FILE_TOO_LARGE: 'The file is too large.',
      UNKNOWN_FORMAT: 'GeoJSON, glTF and GLB, CityJSON and IFC are read.',
      BROKEN: 'The file is damaged.',
      EXTERNAL_FILE:
        'The file points to other files, which are not fetched. Save the model as one file (GLB). It names:',
      UNSUPPORTED: 'This is not read:',
      NO_SURFACES: 'The file has no surfaces of a building.',
      TOO_MANY_TRIANGLES: 'The model is too detailed.',
      WRONG_SIZE:
        'This is no size of a building, and models are not scaled. Check the units (glTF is always in metres):',
    },
  },
}

export type ModelTexts = (typeof modelTexts)['uk']
