/** Where the browser keeps the scenario that the reader has written. */
export const scenarioKey = 'fullmesh-scenario'
