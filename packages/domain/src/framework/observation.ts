/** Nobody looked yet (未观测): nothing can be said. Not applicable (不适用): it leaves the denominator. */
export type Unanswered = { readonly kind: 'notObserved' } | { readonly kind: 'notApplicable' }

/** What was seen at one site (点位观测), by the kind of its rule. */
export type SiteObservation =
  | { readonly kind: 'binary'; readonly conforms: boolean }
  | { readonly kind: 'countBands'; readonly violations: number }
  | { readonly kind: 'grade'; readonly grade: string }

/** What a rule without parts is fed with (单项观测). */
export type SimpleObservation =
  | Unanswered
  | SiteObservation
  | { readonly kind: 'meanOverSites'; readonly sites: readonly (Unanswered | SiteObservation)[] }
  /** how many reach it, of how many that should; of none it is not applicable */
  | { readonly kind: 'rate'; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'threshold'; readonly value: number }
  | { readonly kind: 'piecewiseLinear'; readonly value: number }
  /** one grade from each expert */
  | { readonly kind: 'expertGrade'; readonly grades: readonly string[] }
  | { readonly kind: 'deduction'; readonly count: number }

/** What a rule is fed with (计分所用的观测): the same kind as the rule, or that nothing was seen. */
export type Observation =
  | SimpleObservation
  | { readonly kind: 'bonus'; readonly count: number }
  | { readonly kind: 'gate'; readonly value: number }
  | { readonly kind: 'veto'; readonly happened: boolean }
  /** one for each part, in the order of the parts */
  | { readonly kind: 'composite'; readonly parts: readonly SimpleObservation[] }
