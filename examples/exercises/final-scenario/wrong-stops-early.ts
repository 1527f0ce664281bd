// Fails with: second-run
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
  '[1000] op release_sock(c1)',
  '[1000] ack c1/0: DSS ADD_ADDR(4,10.0.3.1) size=28',
  '[1000] queue subflow_work(c1)',
  '[1000] ack c1/0: DSS size=20',
  '[1000] resume subflow_work(c1)',
  '[1000] join c1/1: 10.0.2.1 id=3 if=3 -> 10.9.1.1:80 id=0 = 0',
  '[1000] done subflow_work(c1)',
]
