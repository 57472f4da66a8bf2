#!/bin/sh
# Makes dnsmasq-and-dhclient.pcap: what a Linux host that ISC dhclient configures says to a host with dnsmasq, which gives addresses and
# advertises itself as a router: detection of duplicates, DHCP and DHCPv6, ARP and Neighbour Discovery, ping, and both leases given back.
# Run as root in this directory, with dnsmasq-base, isc-dhcp-client, iproute2, iputils-ping and tcpdump.
set -eu

server=isolane-capture-server
client=isolane-capture-client
work=$(mktemp -d)
trap 'ip netns del $server; ip netns del $client; rm -r "$work"' EXIT

ip netns add $server
ip netns add $client
ip link add server netns $server address 02:00:00:00:00:01 type veth peer name client netns $client address 02:00:00:00:00:0a
ip netns exec $server sysctl -qw net.ipv6.conf.all.forwarding=1
ip -n $server addr add 10.77.0.1/24 dev server
ip -n $server addr add fd77::1/64 dev server nodad
ip -n $server link set server up
ip netns exec $server tcpdump -q -Z root -i server -U -w dnsmasq-and-dhclient.pcap &
tcpdump=$!
sleep 2
ip netns exec $server dnsmasq -k -C /dev/null --port=0 --interface=server --bind-interfaces --no-ping --user=root --pid-file= \
    --dhcp-range=10.77.0.100,10.77.0.110,1h --dhcp-range=fd77::100,fd77::1ff,64,1h --enable-ra --dhcp-leasefile="$work/leases" &
dnsmasq=$!
sleep 1
ip -n $client link set client up
sleep 3

cat >"$work/script" <<'END'
#!/bin/sh
case $reason in
    BOUND) ip addr add "$new_ip_address/24" dev client ;;
    BOUND6) ip -6 addr add "$new_ip6_address/64" dev client ;;
esac
END
chmod +x "$work/script"
dhclient() {
    ip netns exec $client dhclient "$@" -sf "$work/script" -cf /dev/null client
}
dhclient -1 -4 -lf "$work/leases4" -pf "$work/pid4"
dhclient -1 -6 -lf "$work/leases6" -pf "$work/pid6"
sleep 2
ip netns exec $client ping -c 1 10.77.0.1
ip netns exec $client ping -c 1 fd77::1
dhclient -r -4 -lf "$work/leases4" -pf "$work/pid4"
dhclient -r -6 -lf "$work/leases6" -pf "$work/pid6"
sleep 1
kill $dnsmasq $tcpdump
