/** Texts to try the field with. */
export const samples = {
  /** Composed from the source that prints it: a host on v0.95 with two addresses that does not use fullmesh. */
  v0: `$ dmesg | grep MPTCP
[    0.386137] MPTCP: Stable release v0.95.1
$ sysctl -a | grep mptcp
net.mptcp.mptcp_checksum = 1
net.mptcp.mptcp_debug = 0
net.mptcp.mptcp_enabled = 1
net.mptcp.mptcp_path_manager = default
net.mptcp.mptcp_scheduler = default
net.mptcp.mptcp_syn_retries = 3
net.mptcp.mptcp_version = 0
$ cat /proc/net/mptcp_fullmesh
Index, Address-ID, Backup, IP-address, if-idx
IPv4, next v4-index: 3
1, 2, 0, 10.0.1.1, 2
2, 3, 1, 10.0.2.1, 3
IPv6, next v6-index: 0
$ grep -E '^(MPCapableSYNTX|MPJoinSyn|AddAddr)' /proc/net/mptcp_net/snmp
MPCapableSYNTX                  \t1
MPJoinSynTx                     \t0
MPJoinSynRx                     \t0
MPJoinSynAckRx                  \t0
MPJoinSynAckHMacFailure         \t0
AddAddrRx                       \t1
AddAddrTx                       \t0
`,

  /** Recorded on Linux 6.18 with iproute2 6.1: a client with one endpoint, and a server that announces an address. */
  mainline: `$ sysctl -a | grep mptcp
net.mptcp.add_addr_timeout = 120
net.mptcp.allow_join_initial_addr_port = 1
net.mptcp.available_path_managers = kernel userspace
net.mptcp.available_schedulers = default
net.mptcp.blackhole_timeout = 3600
net.mptcp.checksum_enabled = 0
net.mptcp.close_timeout = 60
net.mptcp.enabled = 1
net.mptcp.path_manager = kernel
net.mptcp.pm_type = 0
net.mptcp.scheduler = default
net.mptcp.stale_loss_cnt = 4
net.mptcp.syn_retrans_before_tcp_fallback = 2
$ ip mptcp limits
add_addr_accepted 0 subflows 2 
$ ip mptcp endpoint
10.0.2.1 id 1 subflow dev c2 
$ ss -Mni
State Recv-Q Send-Q Local Address:Port  Peer Address:PortProcess
ESTAB 0      0           10.0.1.1:50648     10.0.1.2:7777
\t subflows:1 subflows_max:2 remote_key token:d292c8d2 write_seq:9849b4be8780adcf snd_una:9849b4be8780adcf rcv_nxt:253ecdedcbb1c8d9
$ nstat -a | grep MPTcp
MPTcpExtMPCapableSYNTX          1                  0.0
MPTcpExtMPCapableSYNACKRX       1                  0.0
MPTcpExtMPJoinSynAckRx          1                  0.0
MPTcpExtMPJoinSynTx             1                  0.0
MPTcpExtAddAddr                 1                  0.0
MPTcpExtEchoAddTx               1                  0.0
MPTcpExtSndWndShared            8                  0.0
MPTcpExtMPCurrEstab             1                  0.0
`,
} as const

export type SampleName = keyof typeof samples
