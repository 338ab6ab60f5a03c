/**
 * Headers of the register: those of annex 33 to the Cabinet's resolution No. 835 (its optional parts of an address that
 * are the same for the whole city are left out), then what the register keeps beside them.
 */
export const appealHeaders = [
  'uid',
  'receivedDateTime',
  'type',
  'kind',
  'subKind',
  'content',
  'accrualMethod',
  'addressAdminUnitL5',
  'addressThoroughfare',
  'addressLocatorDesignator',
  'lat',
  'lon',
  'status',
  'organizationName',
  'organizationId',
  'result',
  'registeredDateTime',
  'firstResponseDateTime',
  'legalBasis',
  'dueTerm',
  'dueDateTime',
  'extendedTo',
  'closedDateTime',
  'reopenedDateTime',
  'sign',
  'subject',
  'duplicateOf',
  'publicOnMap',
  'applicantCategory',
  'applicantName',
  'applicantPhone',
] as const

/** The register's words for the grounds on which an appeal runs. */
export const basisNames = {service: 'заявка', statutory: 'звернення', consultation: 'консультація'} as const

/** Signs of the classifier of appeals, section I (Cabinet's resolution No. 858 of 24 September 2008). */
export const signCodes = {initial: '2.1', repeated: '2.2', duplicate: '2.3', mass: '2.5'} as const

/** Subjects of the same: one person, several, one who does not say who. */
export const subjectCodes = {individual: '5.1', collective: '5.2', anonymous: '5.3'} as const
