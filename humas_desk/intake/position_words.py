"""Words of positions, offices and regions: what tells "Ketua Bawaslu Kabupaten Contoh" from the name behind it."""

_POSITIONS = """
    ketua anggota wakil koordinator kordiv kordinator koordiv kepala sekretaris sekjen komisioner bendahara staf staff
    plt plh pj pjs bupati wali walikota gubernur camat lurah kades kapolres kapolresta kapolsek kapolda wakapolres dandim danramil
    kajari kajati direktur menteri presiden rektor dekan dosen pengamat panwascam juru penanggung deputi kabag
    kasubbag kasubag kabid kasi kadis kapolri inspektur asisten asisten tenaga ahli pelaksana pimpinan direktris manajer
    koorsek korsek kasek kaban sekda sekwan mantan pendiri peneliti akademisi aktivis praktisi advokat narasumber
    pemateri moderator jubir kasat kanit kasubdit kasubsi perwakilan hakim jaksa panitera tokoh
"""
_CALLINGS = """
    pemilik pengelola pengasuh pengurus pengawas pendamping penyuluh pengusaha pedagang penjual petani petambak nelayan
    perajin pengrajin peternak pekebun penambang pelaut sopir pengemudi nakhoda warga penduduk tetua pemuka penghulu
    pendeta pastor uskup biksu pandita pedanda pemangku pinandita mubalig khatib takmir marbot pengkhotbah
    peserta panelis juri pembicara penulis penyair seniman budayawan sastrawan sejarawan antropolog sosiolog ekonom
    psikolog kriminolog arsiparis pustakawan wartawan jurnalis fotografer konsultan analis auditor akuntan notaris
    pengacara kurator dokter bidan perawat apoteker guru siswa siswi pelajar mahasiswa mahasiswi santri santriwati alumni
    alumnus lektor laboran operator teknisi programer pengembang pelatih wasit atlet pemain istri suami remaja
    pemuda pemudi relawan kader pegiat penggiat pejuang veteran pensiunan penyelenggara pemantau pelapor saksi pemohon
    penggagas inisiator pencipta pembina penasihat sesepuh general manager supervisor direktris komisaris kaprodi ajudan
    syahbandar pengajar pencacah kapolsubsektor bhabinkamtibmas babinsa danpos danlanal danlanud pangdam kasdam kapolresta kasatpol penyidik satpam
    petugas pegawai karyawan karyawati buruh tukang penjahit penenun pengepul juragan penyandang
    dukuh bekel panewu kamituwa klebun bendesa kelian klian perbekel pekaseh jaro jojau keuchik geuchik reje kuwu pambakal petinggi kapala ondoafi ondofolo
    pasirah tumenggung temenggung mantir damang mukim
"""
CALLINGS = frozenset(_CALLINGS.split())
"""Callings and the offices of villages and communities; words that are names as often ("imam", "raja") are left out."""
POSITIONS = frozenset(_POSITIONS.split()) | CALLINGS
"""Words that a position begins with."""

_DIVISIONS = """
    hukum pencegahan partisipasi masyarakat humas hubungan penanganan pelanggaran penyelesaian sengketa sdm sdmo
    organisasi diklat data informasi datin pelatihan pendidikan pengawasan hp2h p3s ppps hp2hm p2h sosialisasi parmas
    kelembagaan sumber daya manusia teknologi perencanaan logistik umum keuangan kehumasan publikasi
"""
DIVISIONS = frozenset(_DIVISIONS.split())
"""Words of divisions, which stand in lists with commas."""

_BODIES = """
    bawaslu panwaslu panwaslih panwascam panwaslucam kpu dkpp polres polresta polsek polda kodim koramil kejaksaan kejari kejati dprd dpr pemkab
    pemkot pemprov satpol disdukcapil kesbangpol bakesbangpol diskominfo kominfo universitas pengadilan kip ppk pps kpud
    dispendukcapil bpbd bps bnn kua lapas rutan puskesmas rsud kemenkumham dinas badan kanwil kemenag mui pcnu pwi aji kpi kpid
"""
BODIES = frozenset(_BODIES.split())
"""Offices that a region's name may follow at once: "Bawaslu Gresik"."""

REGION_PREFIXES = frozenset(
    {"provinsi", "kabupaten", "kab", "kota", "kecamatan", "kec", "distrik", "desa", "kelurahan"}
)

_INSTITUTIONS = """
    republik indonesia ri divisi bidang seksi bagian sub subbagian subbag komisi pemilihan pemilu panitia pengawas negeri
    tinggi agama sekretariat daerah jenderal pusat nasional biro unit tim pokja kelompok kerja pelaksana harian tugas
    bangsa politik kesatuan satuan polisi pamong praja kependudukan pencatatan sipil fakultas lembaga komite forum
    administrasi teknis fungsional adhoc ad hoc penjabat akademik kabinet dalam negeri rakyat perwakilan dewan majelis
    jatim jateng jabar sulteng sulsel sulut sultra sulbar kalsel kalteng kalbar kaltim kaltara sumut sumbar sumsel
    ntb ntt diy kepri babel dki malut pembantu
    ulama gerakan pramuka wartawan kantor wilayah regional area harian lapangan
    kader relawan komunitas paguyuban asosiasi ikatan himpunan persatuan perkumpulan serikat yayasan koperasi
    sekolah madrasah pondok pesantren mahasiswa pelajar pemuda karang taruna rt rw
    kedai kopi toko warung rumah makan hotel pasar pelabuhan cabang terminal stasiun sanggar studio klinik sakit gereja
    masjid vihara pura klenteng jemaat keuskupan paroki sinode kerukunan umat beragama adat banjar subak dusun gampong
    nagari kampung klub radio media program jurusan sma smk smp sd man mts sman smkn smpn sdn mtsn semester angkatan
    bumdes tani ternak nelayan perempuan disabilitas kearsipan perpustakaan perhubungan kesehatan sosial tenaga kerja
    pertanian perikanan kelautan pariwisata kebudayaan lingkungan hidup olahraga wanita pkk partai angkutan usaha
    gakkumdu sentra penegakan terpadu reskrim satreskrim intelkam osis bem kesultanan kerajaan keraton klasis cendekiawan perkebunan kehutanan perdagangan perindustrian penanaman modal pelayanan terpadu pemberdayaan desa
"""
INSTITUTIONS = frozenset(_INSTITUTIONS.split()) | DIVISIONS | BODIES | REGION_PREFIXES
"""Words that go on in a position."""

_TAILS = """
    utara selatan barat timur tengah tenggara daya raya besar jaya laut darat pusat baru agung hulu hilir ilir ulu kepulauan
    kota singkil tamiang pariaman lampung pinang balai morawa kidul singingi sitoli tidore una mongondow
"""
REGION_TAILS = frozenset(_TAILS.split())
"""Second words of regions' names."""

SMALL_WORDS = frozenset({"dan", "&", "serta", "di", "bidang", "untuk", "urusan", "se-", "pada"})
"""Words in small letters inside a position."""

NAME_PARTICLES = frozenset({"bin", "binti", "van", "de", "da", "al", "el", "ibnu", "br", "br.", "boru"})

_HOLDERS = """
    bupati walikota gubernur camat lurah kades kapolres kapolresta kapolsek kapolda dandim kajari kajati sekda
"""
TAKES_REGION = BODIES | REGION_PREFIXES | frozenset(_HOLDERS.split())
"""Words behind which a region's name stands."""
