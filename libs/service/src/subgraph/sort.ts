/** The order of a short list; ties go by id. Never by what may be null. */
export interface Sort<T> {
  by: { [K in keyof T & string]-?: null extends T[K] ? never : undefined extends T[K] ? never : K }[keyof T & string];
  direction: 'ASC' | 'DESC';
}
