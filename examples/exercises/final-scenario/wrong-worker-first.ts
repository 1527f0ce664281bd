// Fails with: op-first
export const answer = [
  '[500] op new_session(c1)',
  '[500] ack c1/0: DSS ADD_ADDR(3,10.0.2.1) size=28',
  '[500] op fully_established(c1)',
  '[500] queue subflow_work(c1)',
  '[500] run subflow_work(c1)',
  '[500] block subflow_work(c1)',
  '[500] queue address_worker(init) +500',
  '[1000] run address_worker(init)',
  '[1000] done address_worker(init)',
  '[1000] resume subflow_work(c1)',
]
