/**
 * The files of the kernel tree that the site refers to, besides `mptcp_fullmesh.c`: the number of their lines, and the
 * lines of the symbols that are referred to.
 *
 * Written by `npm run check:lines -- TREE --write`.
 */
export const cLines = {
  'fs/seq_file.c': {
    lines: 1099,
    symbols: {
      seq_read: [153, 299],
    },
  },
  'include/linux/notifier.h': {
    lines: 241,
    symbols: {
      'struct notifier_block': [54, 58],
    },
  },
  'include/linux/workqueue.h': {
    lines: 673,
    symbols: {
      'struct work_struct': [102, 109],
      __INIT_DELAYED_WORK: [255, 261],
      queue_work: [509, 513],
      queue_delayed_work: [523, 528],
    },
  },
  'include/net/mptcp.h': {
    lines: 1498,
    symbols: {
      'struct mptcp_loc4': [57, 62],
      'struct mptcp_loc6': [70, 75],
      'struct mptcp_pm_ops': [217, 241],
      'struct mptcp_sched_ops': [244, 259],
      'struct mptcp_cb': [261, 346],
      'struct mptcp_cb.meta_sk': [317, 317],
      'struct mptcp_cb.master_sk': [322, 322],
      'struct mptcp_cb.pm_ops': [331, 331],
      mptcp_fallback_infinite: [1233, 1272],
      mptcp_v6_is_v4_mapped: [1274, 1278],
    },
  },
  'include/net/mptcp_v4.h': {
    lines: 76,
    symbols: {
      mptcp_init4_subsockets: [59, 64],
    },
  },
  'include/net/mptcp_v6.h': {
    lines: 77,
    symbols: {
      mptcp_init6_subsockets: [59, 64],
    },
  },
  'include/net/net_namespace.h': {
    lines: 447,
    symbols: {
      'struct pernet_operations': [334, 359],
    },
  },
  'include/net/netns/mptcp.h': {
    lines: 52,
    symbols: {
      MPTCP_PM_FULLMESH: [36, 36],
      MPTCP_PM_MAX: [37, 37],
    },
  },
  'include/net/sock.h': {
    lines: 2565,
    symbols: {
      sk_backlog_rcv: [946, 952],
    },
  },
  'include/net/tcp.h': {
    lines: 2389,
    symbols: {
      TCP_SYN_RETRIES: [107, 114],
    },
  },
  'include/uapi/linux/tcp.h': {
    lines: 362,
    symbols: {
      MPTCP_PATH_MANAGER: [142, 142],
    },
  },
  'init/main.c': {
    lines: 1178,
    symbols: {
      do_one_initcall: [874, 901],
      do_initcall_level: [939, 953],
    },
  },
  'kernel/module.c': {
    lines: 4441,
    symbols: {
      'SYSCALL_DEFINE2(delete_module)': [955, 1030],
    },
  },
  'kernel/notifier.c': {
    lines: 564,
    symbols: {
      notifier_call_chain: [74, 104],
      __atomic_notifier_call_chain: [176, 186],
      atomic_notifier_call_chain: [190, 194],
      __blocking_notifier_call_chain: [304, 322],
      blocking_notifier_call_chain: [325, 329],
      __raw_notifier_call_chain: [390, 395],
      raw_notifier_call_chain: [398, 402],
    },
  },
  'kernel/time/timer.c': {
    lines: 2013,
    symbols: {
      call_timer_fn: [1314, 1354],
    },
  },
  'kernel/workqueue.c': {
    lines: 5843,
    symbols: {
      __queue_work: [1363, 1466],
      delayed_work_timer_fn: [1497, 1503],
      process_one_work: [2048, 2195],
      worker_thread: [2240, 2321],
      pwq_adjust_max_active: [3535, 3573],
      apply_wqattrs_prepare: [3734, 3801],
    },
  },
  'net/core/dev.c': {
    lines: 9879,
    symbols: {
      netdev_state_change: [1342, 1353],
      dev_open: [1430, 1445],
      call_netdevice_notifier: [1605, 1613],
      register_netdevice_notifier: [1631, 1684],
      unregister_netdevice_notifier: [1701, 1728],
      call_netdevice_notifiers_info: [1740, 1745],
      call_netdevice_notifiers: [1756, 1763],
      __dev_change_flags: [7634, 7697],
      __dev_notify_flags: [7699, 7725],
      dev_change_flags: [7735, 7747],
    },
  },
  'net/core/link_watch.c': {
    lines: 253,
    symbols: {
      linkwatch_do_dev: [144, 167],
      __linkwatch_run_queue: [169, 209],
      linkwatch_event: [234, 239],
    },
  },
  'net/core/net-sysfs.c': {
    lines: 1798,
    symbols: {
      flags_store: [343, 347],
    },
  },
  'net/core/net_namespace.c': {
    lines: 1179,
    symbols: {
      ops_init: [113, 138],
      ops_exit_list: [147, 157],
      setup_net: [298, 340],
      copy_net_ns: [411, 451],
      cleanup_net: [510, 573],
      'DECLARE_WORK(net_cleanup_work)': [591, 591],
      __unregister_pernet_operations: [959, 970],
      unregister_pernet_operations: [1024, 1030],
      unregister_pernet_subsys: [1070, 1075],
    },
  },
  'net/core/rtnetlink.c': {
    lines: 4899,
    symbols: {
      do_setlink: [2334, 2669],
      rtnl_setlink: [2671, 2712],
      rtnetlink_rcv_msg: [4679, 4792],
    },
  },
  'net/core/sock.c': {
    lines: 3544,
    symbols: {
      __release_sock: [2355, 2386],
      release_sock: [2904, 2920],
    },
  },
  'net/ipv4/af_inet.c': {
    lines: 2076,
    symbols: {
      inet_release: [409, 434],
      __inet_stream_connect: [606, 713],
      inet_stream_connect: [716, 725],
      inet_stream_ops: [1001, 1034],
    },
  },
  'net/ipv4/devinet.c': {
    lines: 2538,
    symbols: {
      __inet_del_ifa: [339, 441],
      inet_del_ifa: [443, 447],
      'DECLARE_DELAYED_WORK(check_lifetime_work)': [451, 451],
      __inet_insert_ifa: [453, 531],
      inet_rtm_deladdr: [617, 664],
      check_lifetime: [668, 764],
      inet_rtm_newaddr: [895, 948],
      devinet_init: [2517, 2538],
    },
  },
  'net/ipv4/inet_connection_sock.c': {
    lines: 1151,
    symbols: {
      inet_csk_destroy_sock: [867, 889],
    },
  },
  'net/ipv4/route.c': {
    lines: 3268,
    symbols: {
      ip_route_output_key_hash_rcu: [2382, 2551],
    },
  },
  'net/ipv4/tcp.c': {
    lines: 4221,
    symbols: {
      tcp_push: [740, 772],
      do_tcp_sendpages: [1004, 1158],
      tcp_sendpage: [1174, 1184],
      tcp_sendmsg_locked: [1264, 1527],
      tcp_sendmsg: [1530, 1539],
      tcp_close: [2421, 2602],
      tcp_disconnect: [2643, 2746],
      do_tcp_setsockopt: [2839, 3276],
      do_tcp_getsockopt: [3521, 3881],
      tcp_done: [4042, 4062],
    },
  },
  'net/ipv4/tcp_input.c': {
    lines: 6779,
    symbols: {
      tcp_data_ready: [4766, 4778],
      tcp_data_queue: [4780, 4887],
      __tcp_ack_snd_check: [5262, 5321],
      tcp_ack_snd_check: [5323, 5330],
      tcp_validate_incoming: [5457, 5569],
      tcp_rcv_established: [5594, 5775],
      tcp_rcv_synsent_state_process: [5890, 6160],
      tcp_rcv_state_process: [6169, 6466],
      tcp_conn_request: [6620, 6778],
    },
  },
  'net/ipv4/tcp_ipv4.c': {
    lines: 2745,
    symbols: {
      tcp_v4_connect: [204, 334],
      tcp_v4_do_rcv: [1567, 1629],
      tcp_v4_rcv: [1741, 1993],
      tcp_v4_destroy_sock: [2063, 2110],
      tcp_prot: [2547, 2601],
    },
  },
  'net/ipv4/tcp_minisocks.c': {
    lines: 943,
    symbols: {
      tcp_check_req: [626, 896],
      tcp_child_process: [911, 942],
    },
  },
  'net/ipv4/tcp_output.c': {
    lines: 3871,
    symbols: {
      tcp_select_initial_window: [195, 240],
      tcp_established_options: [719, 762],
      tcp_release_cb: [869, 918],
      __tcp_transmit_skb: [1037, 1191],
      tcp_transmit_skb: [1193, 1198],
      tcp_current_mss: [1595, 1624],
      tcp_write_xmit: [2335, 2463],
      __tcp_push_pending_frames: [2599, 2612],
      __tcp_retransmit_skb: [2879, 2988],
      tcp_retransmit_skb: [2990, 3014],
      tcp_connect_init: [3358, 3462],
      tcp_connect: [3571, 3622],
      __tcp_send_ack: [3683, 3717],
      tcp_send_ack: [3720, 3723],
    },
  },
  'net/ipv4/tcp_timer.c': {
    lines: 807,
    symbols: {
      tcp_write_err: [62, 70],
      tcp_write_timeout: [218, 284],
      tcp_retransmit_timer: [451, 588],
      tcp_write_timer_handler: [592, 628],
      tcp_write_timer: [630, 649],
      tcp_keepalive_timer: [672, 773],
      tcp_compressed_ack_kick: [775, 794],
      tcp_init_xmit_timers: [796, 807],
    },
  },
  'net/ipv6/addrconf.c': {
    lines: 6886,
    symbols: {
      ipv6_add_addr: [988, 1114],
      ipv6_del_addr: [1202, 1256],
      ipv6_create_tempaddr: [1258, 1385],
      addrconf_dad_stop: [1972, 2003],
      manage_tempaddrs: [2428, 2493],
      addrconf_prefix_rcv_add_addr: [2501, 2599],
      addrconf_prefix_rcv: [2602, 2752],
      inet6_addr_add: [2840, 2930],
      addrconf_notify: [3433, 3624],
      addrconf_ifdown: [3653, 3813],
      addrconf_dad_work: [3974, 4081],
      addrconf_verify_rtnl: [4357, 4472],
      addrconf_verify_work: [4474, 4479],
      inet6_rtm_newaddr: [4699, 4785],
      addrconf_init: [6744, 6852],
    },
  },
  'net/ipv6/addrconf_core.c': {
    lines: 233,
    symbols: {
      inet6addr_notifier_call_chain: [105, 108],
    },
  },
  'net/ipv6/af_inet6.c': {
    lines: 1154,
    symbols: {
      __inet6_bind: [275, 432],
      inet6_stream_ops: [576, 607],
    },
  },
  'net/ipv6/ipv6_sockglue.c': {
    lines: 1442,
    symbols: {
      do_ipv6_setsockopt: [143, 934],
    },
  },
  'net/ipv6/ndisc.c': {
    lines: 1940,
    symbols: {
      ndisc_router_discovery: [1153, 1505],
      ndisc_rcv: [1709, 1759],
    },
  },
  'net/ipv6/route.c': {
    lines: 5515,
    symbols: {
      ip6_null_entry_template: [305, 315],
    },
  },
  'net/ipv6/tcp_ipv6.c': {
    lines: 2180,
    symbols: {
      tcp_v6_connect: [128, 336],
      tcp_v6_err: [355, 482],
      tcp_v6_do_rcv: [1326, 1455],
      tcp_v6_rcv: [1485, 1737],
      tcp_v6_destroy_sock: [1864, 1868],
      tcpv6_prot: [2052, 2105],
    },
  },
  'net/mptcp/mptcp_ctrl.c': {
    lines: 3144,
    symbols: {
      sysctl_mptcp_enabled: [66, 66],
      sysctl_mptcp_syn_retries: [73, 73],
      mptcp_connect_init: [497, 515],
      mptcp_sock_def_error_report: [619, 660],
      mptcp_sock_destruct: [693, 717],
      mptcp_destroy_sock: [719, 754],
      mptcp_set_state: [756, 777],
      mptcp_backlog_rcv: [1045, 1073],
      mptcp_meta_specific: [1138, 1154],
      mptcp_sub_specific: [1156, 1172],
      mptcp_alloc_mpcb: [1174, 1420],
      mptcp_set_new_pathindex: [1423, 1436],
      mptcp_add_sock: [1439, 1522],
      mptcp_del_sock: [1524, 1571],
      mptcp_update_metasocket: [1576, 1580],
      mptcp_sub_close_doit: [1684, 1699],
      mptcp_sub_close_wq: [1701, 1717],
      mptcp_sub_close: [1719, 1764],
      mptcp_sub_force_close: [1766, 1781],
      mptcp_close: [1821, 2003],
      mptcp_disconnect: [2005, 2050],
      mptcp_doit: [2054, 2083],
      mptcp_create_master_sk: [2085, 2116],
      __mptcp_check_req_master: [2118, 2175],
      mptcp_check_req_child: [2274, 2369],
      mptcp_join_reqsk_init: [2536, 2564],
      mptcp_conn_request: [2622, 2668],
      mptcp_pm_seq_show: [2930, 2997],
      mptcp_init: [3059, 3144],
    },
  },
  'net/mptcp/mptcp_input.c': {
    lines: 2441,
    symbols: {
      mptcp_become_fully_estab: [47, 54],
      mptcp_clean_rtx_queue: [93, 176],
      mptcp_verif_dss_csum: [283, 409],
      mptcp_prevalidate_skb: [540, 597],
      mptcp_detect_mapping: [646, 843],
      mptcp_validate_mapping: [868, 926],
      mptcp_data_ready: [1070, 1136],
      mptcp_lookup_join: [1173, 1226],
      mptcp_do_join_short: [1228, 1276],
      mptcp_process_data_ack: [1404, 1548],
      mptcp_send_reset_rem_id: [1571, 1584],
      mptcp_parse_options: [1610, 1846],
      mptcp_handle_add_addr: [1904, 1990],
      mptcp_handle_rem_addr: [1992, 2010],
      mptcp_parse_addropt: [2012, 2060],
      mptcp_mp_fastclose_rcvd: [2062, 2080],
      mptcp_mp_fail_rcvd: [2082, 2098],
      mptcp_path_array_check: [2100, 2109],
      mptcp_handle_options: [2111, 2192],
      mptcp_rcv_synsent_state_process: [2295, 2390],
    },
  },
  'net/mptcp/mptcp_ipv4.c': {
    lines: 428,
    symbols: {
      mptcp_v4_join_init_req: [100, 132],
      mptcp_v4_join_request: [148, 153],
      mptcp_v4_do_rcv: [158, 252],
      __mptcp_init4_subsockets: [258, 361],
      mptcp_pm_v4_init: [387, 422],
    },
  },
  'net/mptcp/mptcp_ipv6.c': {
    lines: 476,
    symbols: {
      mptcp_v6_join_init_req: [129, 161],
      mptcp_v6_join_request: [177, 182],
      mptcp_v6_do_rcv: [184, 280],
      __mptcp_init6_subsockets: [286, 389],
      mptcp_pm_v6_init: [434, 470],
    },
  },
  'net/mptcp/mptcp_output.c': {
    lines: 1923,
    symbols: {
      mptcp_write_dss_mapping: [395, 433],
      mptcp_write_wakeup: [655, 742],
      mptcp_write_xmit: [744, 895],
      mptcp_syn_options: [978, 1000],
      mptcp_established_options: [1027, 1146],
      mptcp_options_write: [1160, 1327],
      mptcp_send_active_reset: [1370, 1426],
      mptcp_ack_retransmit_timer: [1428, 1483],
      mptcp_retransmit_skb: [1518, 1601],
      mptcp_sub_retransmit_timer: [1721, 1731],
      __mptcp_current_mss: [1804, 1836],
      mptcp_current_mss: [1838, 1846],
    },
  },
  'net/mptcp/mptcp_pm.c': {
    lines: 226,
    symbols: {
      mptcp_default_id: [37, 41],
      mptcp_pm_default: [43, 47],
      mptcp_register_path_manager: [61, 79],
      mptcp_set_default_path_manager: [111, 137],
      mptcp_init_path_manager: [153, 177],
      mptcp_set_path_manager: [180, 199],
      mptcp_cleanup_path_manager: [202, 205],
      mptcp_fallback_default: [208, 218],
      mptcp_path_manager_default: [222, 225],
    },
  },
  'net/mptcp/mptcp_sched.c': {
    lines: 646,
    symbols: {
      mptcp_is_temp_unavailable: [40, 97],
      subflow_is_backup: [119, 122],
      get_subflow_from_selectors: [135, 208],
    },
  },
  'net/socket.c': {
    lines: 3445,
    symbols: {
      __sys_connect: [1645, 1669],
      kernel_connect: [3313, 3317],
    },
  },
} as const
