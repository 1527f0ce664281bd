/** Where the browser keeps the names of the exercises that the reader has solved: a JSON list. */
export const progressKey = 'fullmesh-exercises'
